import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { CreateTokenOnDeskDocument, type Role } from "../api/generated/graphql.ts";
import { payloadOf, placedFaults } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Field } from "../ui/field.tsx";

const ROLES = ["AUTHOR", "EDITOR", "ADMIN"] as const satisfies readonly Role[];

function Created({ token, onClose }: { readonly token: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(token);
    setCopied(true);
  };
  return (
    <>
      <p className="notice good">{t("tokens.once")}</p>
      <p className="secret" dir="ltr">
        {token}
      </p>
      <div className="buttons">
        <span role="status">{isCopied && t("tokens.copied")}</span>
        {/* Only secure pages have a clipboard. */}
        {window.isSecureContext && <Button onPress={() => void copy()}>{t("tokens.copy")}</Button>}
        <Button look="primary" onPress={onClose}>
          {t("app.close")}
        </Button>
      </div>
    </>
  );
}

/** Creates a token and shows it once. */
export function NewTokenDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [role, setRole] = useState<(typeof ROLES)[number]>("AUTHOR");
  const [expiresOn, setExpiresOn] = useState("");
  const create = useMutation({
    mutationFn: async () => {
      const expiresAt = expiresOn === "" ? null : new Date(`${expiresOn}T23:59:59`).toISOString();
      const { createApiToken } = await request(CreateTokenOnDeskDocument, { input: { name, role, expiresAt } });
      return payloadOf(createApiToken, "CreateApiTokenPayload").token;
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["tokens"] }),
  });
  const faults = placedFaults(create.error, ["name", "expiresAt"]);
  return (
    <Dialog title={t("tokens.new")} onClose={onClose}>
      {create.isSuccess ? (
        <Created token={create.data} onClose={onClose} />
      ) : (
        <DialogForm
          act={t("articles.create")}
          isPending={create.isPending}
          error={faults.others}
          onSubmit={create.mutate}
          onClose={onClose}
        >
          <Field
            label={t("library.name")}
            hint={t("tokens.nameHint")}
            isRequired
            autoFocus
            value={name}
            onChange={setName}
            fault={faults.at.name}
          />
          <Choice
            label={t("persons.role")}
            value={role}
            options={ROLES.map((value) => ({ value, name: t(`role.${value}`) }))}
            onChange={setRole}
          />
          <Field
            label={`${t("tokens.expires")} (${t("app.optional")})`}
            type="date"
            value={expiresOn}
            onChange={setExpiresOn}
            fault={faults.at.expiresAt}
          />
        </DialogForm>
      )}
    </Dialog>
  );
}
