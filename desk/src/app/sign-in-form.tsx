import { type FormEvent, useState } from "react";
import { RequestError } from "../api/request.ts";
import { signIn } from "../api/session.ts";
import type { MessageKey } from "../languages/catalogue.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";

/** Faults of signing in, by the code of the answer. */
const FAULTS = {
  UNAUTHENTICATED: "signIn.refused",
  RATE_LIMITED: "signIn.tooMany",
  OFFLINE: "app.offline",
} as const satisfies Readonly<Record<string, MessageKey>>;

function isKnownFault(code: string): code is keyof typeof FAULTS {
  return Object.hasOwn(FAULTS, code);
}

/** Signs in with a token. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => Promise<void> }) {
  const { t } = useWords();
  const [token, setToken] = useState("");
  const [isWorking, setWorking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setWorking(true);
    try {
      await signIn({ token: token.trim() });
      await onSignedIn();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFault(isKnownFault(error.code) ? t(FAULTS[error.code]) : error.message);
    } finally {
      setWorking(false);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Field
        label={t("signIn.token")}
        hint={t("signIn.hint")}
        type="password"
        autoComplete="current-password"
        isRequired
        autoFocus
        value={token}
        onChange={(value) => {
          setToken(value);
          setFault(null);
        }}
        fault={fault}
      />
      <Button type="submit" look="primary" isPending={isWorking}>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
