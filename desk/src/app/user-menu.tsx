import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Dialog as AriaDialog, DialogTrigger, Popover } from "react-aria-components";
import type { ViewerQuery } from "../api/generated/graphql.ts";
import { signOut } from "../api/session.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { applyTheme, storedTheme, type Theme } from "./theme.ts";

function ThemeChoice() {
  const { t } = useWords();
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const options = [
    { value: "system", name: t("user.themeSystem") },
    { value: "light", name: t("user.themeLight") },
    { value: "dark", name: t("user.themeDark") },
  ] as const;
  const choose = (value: Theme): void => {
    applyTheme(value);
    setTheme(value);
  };
  return <Choice label={t("user.theme")} value={theme} options={options} onChange={choose} />;
}

/** The user, the settings of the interface, and the ways out. */
export function UserMenu({ viewer }: { readonly viewer: ViewerQuery["viewer"] }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave = async (isEverywhere: boolean): Promise<void> => {
    await signOut(isEverywhere);
    queryClient.clear();
    await navigate({ to: "/sign-in" });
  };
  return (
    <DialogTrigger>
      <Button look="bare">
        <span className="user">
          <bdi>{viewer.name}</bdi>
          <span className="quiet">{t(`role.${viewer.role}`)}</span>
          <span className="hidden">{t("user.menu")}</span>
        </span>
      </Button>
      <Popover className="popover" placement="top start">
        <AriaDialog className="stack user-menu" aria-label={viewer.name}>
          <LanguageChoice />
          <ThemeChoice />
          <Button onPress={() => void leave(false)}>{t("user.signOut")}</Button>
          <Button onPress={() => void leave(true)}>{t("user.signOutEverywhere")}</Button>
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}
