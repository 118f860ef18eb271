import { toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { MarkType } from "prosemirror-model";
import type { Command, EditorState } from "prosemirror-state";
import { type ReactNode, useRef } from "react";
import {
  Button as AriaButton,
  Group,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  ToggleButton,
  Toolbar,
} from "react-aria-components";
import { PARAGRAPH_STYLES } from "../editor/body.ts";
import { markQuote } from "../editor/quote-commands.ts";
import { emphasisType, strongType } from "../editor/schema.ts";
import { linkAt, setStyle, styleAt } from "../editor/text-commands.ts";
import { useWords } from "../languages/words.tsx";
import { Choice } from "../ui/choice.tsx";
import { useCanEdit } from "./use-article-parts.ts";
import type { BodyDialogs } from "./use-body-dialogs.ts";
import { useDesk } from "./use-desk.ts";
import { useArticle } from "./use-open-article.ts";

interface ToolProps {
  readonly name: string;
  readonly keys?: string;
  readonly command: Command;
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** A tool that changes the text, for those who can. It leaves the focus in the text. */
function Tool({ name, keys, command, isOn, isDisabled = false, children }: ToolProps) {
  const { run, focusBody } = useDesk();
  const canEdit = useCanEdit();
  const press = (): void => {
    run(command);
    focusBody();
  };
  const props = {
    "aria-label": name,
    className: "button bare tool",
    isDisabled: isDisabled || !canEdit,
    onPress: press,
    preventFocusOnPress: true,
    ...(keys !== undefined && { "aria-keyshortcuts": keys }),
  };
  const tip = keys === undefined ? name : `${name} (${keys.replaceAll("+", " ")})`;
  return (
    <span title={tip}>
      {isOn === undefined ? (
        <AriaButton {...props}>{children}</AriaButton>
      ) : (
        <ToggleButton {...props} className="button bare tool toggle" isSelected={isOn}>
          {children}
        </ToggleButton>
      )}
    </span>
  );
}

function isMarked({ doc, selection, storedMarks }: EditorState, type: MarkType): boolean {
  const { from, to, $from, empty } = selection;
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

interface BodyToolbarProps {
  readonly onQuoteMade: (id: string) => void;
  readonly dialogs: BodyDialogs;
  readonly onPictures: (files: readonly File[]) => void;
}

/** The styles of paragraphs, as a choice. */
function StyleChoice({ state }: { readonly state: EditorState }) {
  const { t } = useWords();
  const { run, focusBody } = useDesk();
  const options = PARAGRAPH_STYLES.map((value) => ({ value, name: t(`article.style.${value}`) }));
  return (
    <Choice
      label={t("article.style")}
      hidesLabel
      value={styleAt(state) ?? "BODY"}
      options={options}
      onChange={(style) => {
        run(setStyle(style));
        requestAnimationFrame(focusBody);
      }}
    />
  );
}

interface LetterToolsProps {
  readonly state: EditorState;
  readonly onLink: () => void;
}

/** Emphasis and links. */
function LetterTools({ state, onLink }: LetterToolsProps) {
  const { t } = useWords();
  return (
    <Group aria-label={t("article.letters")} className="tools">
      <Tool
        name={t("article.strong")}
        keys="Control+B"
        command={toggleMark(strongType)}
        isOn={isMarked(state, strongType)}
      >
        <b aria-hidden="true">B</b>
      </Tool>
      <Tool
        name={t("article.emphasis")}
        keys="Control+I"
        command={toggleMark(emphasisType)}
        isOn={isMarked(state, emphasisType)}
      >
        <i aria-hidden="true">I</i>
      </Tool>
      <Tool name={t("article.link")} keys="Control+K" command={openWith(onLink)} isOn={linkAt(state) !== null}>
        <span aria-hidden="true" className="linked">
          {t("article.link")}
        </span>
      </Tool>
    </Group>
  );
}

/** What is put between paragraphs: pictures and posts. */
function InsertMenu({ dialogs, onPictures }: Pick<BodyToolbarProps, "dialogs" | "onPictures">) {
  const { t } = useWords();
  const isDisabled = !useCanEdit();
  const files = useRef<HTMLInputElement>(null);
  return (
    <div className="tools">
      <MenuTrigger>
        <AriaButton className="button bare tool" isDisabled={isDisabled}>
          {t("article.insert")} <span aria-hidden="true" className="arrow" />
        </AriaButton>
        <Popover className="popover">
          <Menu className="menu">
            <MenuItem className="option" onAction={() => files.current?.click()}>
              {t("article.picture")}
            </MenuItem>
            <MenuItem className="option" onAction={dialogs.openLibrary}>
              {t("article.fromLibrary")}
            </MenuItem>
            <MenuItem className="option" onAction={dialogs.openPost}>
              {t("article.post")}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <input
        ref={files}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={({ target }) => {
          onPictures([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </div>
  );
}

/** The tools of the body. */
export function BodyToolbar({ onQuoteMade, dialogs, onPictures }: BodyToolbarProps) {
  const { t } = useWords();
  const state = useArticle((view) => view.editor);
  return (
    <Toolbar aria-label={t("article.tools")} className="toolbar">
      <StyleChoice state={state} />
      <LetterTools state={state} onLink={dialogs.openLink} />
      <Tool name={t("article.markQuote")} keys="Alt+Shift+Q" command={markQuote(onQuoteMade)}>
        <span aria-hidden="true">“ ”</span> {t("article.quote")}
      </Tool>
      <InsertMenu dialogs={dialogs} onPictures={onPictures} />
      <Group aria-label={t("article.history")} className="tools">
        <Tool name={t("article.undo")} keys="Control+Z" command={undo} isDisabled={!undo(state)}>
          <span aria-hidden="true">↶</span>
        </Tool>
        <Tool name={t("article.redo")} keys="Control+Y" command={redo} isDisabled={!redo(state)}>
          <span aria-hidden="true">↷</span>
        </Tool>
      </Group>
    </Toolbar>
  );
}

/** A command that opens a dialog on the selection. */
function openWith(act: () => void): Command {
  return () => {
    act();
    return true;
  };
}
