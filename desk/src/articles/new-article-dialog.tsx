import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { CreateEmptyArticleDocument } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { LANGUAGE_CODES } from "../languages/languages.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Fault } from "../ui/fault.tsx";
import { Field } from "../ui/field.tsx";

/** Creates an article and opens it. */
export function NewArticleDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, format, language: own } = useWords();
  const navigate = useNavigate();
  const [headline, setHeadline] = useState("");
  const [language, setLanguage] = useState<string>(own);
  const [key] = useState(() => crypto.randomUUID());
  const create = useMutation({
    mutationFn: async () => {
      const input = { headline: headline.trim(), language, idempotencyKey: key };
      const { createArticle: outcome } = await request(CreateEmptyArticleDocument, { input });
      if (outcome.__typename === "CreateArticlePayload") return outcome.article.id;
      throw new Error(outcome.__typename === "ValidationError" ? outcome.issues[0]?.message : outcome.message);
    },
    onSuccess: (id) => navigate({ to: "/articles/$id", params: { id } }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <Dialog title={t("articles.new")} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Field
          label={t("articles.headline")}
          hint={t("articles.newHint")}
          isRequired
          autoFocus
          value={headline}
          onChange={setHeadline}
        />
        <Choice
          label={t("articles.language")}
          value={language}
          options={LANGUAGE_CODES.map((value) => ({ value: value as string, name: format.language(value) }))}
          onChange={setLanguage}
        />
        {create.error && <Fault error={create.error} />}
        <div className="buttons">
          <Button onPress={onClose}>{t("app.cancel")}</Button>
          <Button type="submit" look="primary" isPending={create.isPending}>
            {t("articles.create")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
