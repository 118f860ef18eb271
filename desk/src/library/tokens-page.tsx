import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { GridListItem } from "react-aria-components";
import { ListedTokensDocument, type ListedTokensQuery, RevokeTokenOnDeskDocument } from "../api/generated/graphql.ts";
import { usePages } from "../api/pages.ts";
import { payloadOf } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { Rows } from "../ui/rows.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { NewTokenDialog } from "./new-token-dialog.tsx";
import "./library.css";

const PAGE_SIZE = 50;

type Token = ListedTokensQuery["apiTokens"]["nodes"][number];

/** Whether a token can be used: what its end says. */
function useStatus({ expiresAt, revokedAt }: Token): { readonly isActive: boolean; readonly text: string } {
  const { t, format } = useWords();
  const [now] = useState(() => Date.now());
  if (revokedAt !== null) return { isActive: false, text: `${t("tokens.revoked")}: ${format.moment(revokedAt)}` };
  if (expiresAt === null) return { isActive: true, text: t("tokens.active") };
  const isActive = Date.parse(expiresAt) > now;
  return { isActive, text: `${isActive ? t("tokens.expires") : t("tokens.expired")}: ${format.moment(expiresAt)}` };
}

function TokenRow({ token, onRevoke }: { readonly token: Token; readonly onRevoke: () => void }) {
  const { t, format } = useWords();
  const { isActive, text } = useStatus(token);
  const { name, role, createdBy, createdAt } = token;
  return (
    <>
      <div className="row-main">
        <bdi className="name">{name}</bdi>
        <span className="meta">
          <span>{t(`role.${role}`)}</span>
          <span>{text}</span>
          <span>{t("tokens.createdBy", { name: createdBy, moment: format.moment(createdAt) })}</span>
        </span>
      </div>
      {isActive && (
        <Button look="danger" onPress={onRevoke}>
          {t("tokens.revoke")}
        </Button>
      )}
    </>
  );
}

function RevokeDialog({ token: { id, name }, onClose }: { readonly token: Token; readonly onClose: () => void }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const revoke = useMutation({
    mutationFn: async () =>
      payloadOf((await request(RevokeTokenOnDeskDocument, { input: { id } })).revokeApiToken, "RevokeApiTokenPayload"),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["tokens"] });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("tokens.revokeAsk", { name })}
      text={t("tokens.revokeFinal")}
      act={t("tokens.revoke")}
      isPending={revoke.isPending}
      error={revoke.error}
      onConfirm={revoke.mutate}
      onClose={onClose}
    />
  );
}

/** The access tokens of people and programs. */
export function TokensPage() {
  const { t } = useWords();
  const [isCreating, setCreating] = useState(false);
  const [revoked, setRevoked] = useState<Token | null>(null);
  const pages = usePages(["tokens"], async (after, signal) => {
    return (await request(ListedTokensDocument, { first: PAGE_SIZE, after }, { signal })).apiTokens;
  });
  return (
    <Page
      title={t("nav.tokens")}
      actions={
        <Button look="primary" onPress={() => setCreating(true)}>
          {t("tokens.new")}
        </Button>
      }
    >
      <Rows label={t("nav.tokens")} pages={pages}>
        {(token) => (
          <GridListItem key={token.id} id={token.id} textValue={token.name} className="row plain-row static">
            <TokenRow token={token} onRevoke={() => setRevoked(token)} />
          </GridListItem>
        )}
      </Rows>
      {isCreating && <NewTokenDialog onClose={() => setCreating(false)} />}
      {revoked && <RevokeDialog token={revoked} onClose={() => setRevoked(null)} />}
    </Page>
  );
}
