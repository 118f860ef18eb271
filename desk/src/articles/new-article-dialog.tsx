import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { CreateEmptyArticleDocument } from "../api/generated/graphql.ts";
import { payloadOf, placedFaults } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { LANGUAGE_CODES } from "../languages/languages.ts";
import { useWords } from "../languages/words.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
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
      const { createArticle } = await request(CreateEmptyArticleDocument, { input });
      return payloadOf(createArticle, "CreateArticlePayload").article.id;
    },
    onSuccess: (id) => navigate({ to: "/articles/$id", params: { id } }),
  });
  const faults = placedFaults(create.error, ["headline"]);
  return (
    <Dialog title={t("articles.new")} onClose={onClose}>
      <DialogForm
        act={t("articles.create")}
        isPending={create.isPending}
        error={faults.others}
        onSubmit={create.mutate}
        onClose={onClose}
      >
        <Field
          label={t("articles.headline")}
          hint={t("articles.newHint")}
          isRequired
          autoFocus
          value={headline}
          onChange={setHeadline}
          fault={faults.at.headline}
        />
        <Choice
          label={t("articles.language")}
          value={language}
          options={LANGUAGE_CODES.map((value) => ({ value: value as string, name: format.language(value) }))}
          onChange={setLanguage}
        />
      </DialogForm>
    </Dialog>
  );
}
