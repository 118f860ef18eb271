import { baseKeymap, chainCommands, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import type { Command, Plugin } from "prosemirror-state";
import { markQuote } from "./quote-commands.ts";
import { emphasisType, strongType } from "./schema.ts";
import { breakLine, continueParagraph, endStyle, setStyle, toggleStyle } from "./text-commands.ts";

/** What keys do that the editor cannot do by itself. */
export interface BodyActions {
  readonly onQuoteMade: (id: string) => void;
  readonly onLink: () => void;
}

/**
 * The keys of the body. Ctrl with Alt is AltGr, which writes characters on many keyboards, so that none of them uses it.
 */
export function bodyKeys({ onQuoteMade, onLink }: BodyActions): Plugin[] {
  const link: Command = () => {
    onLink();
    return true;
  };
  const keys: Record<string, Command> = {
    "Mod-b": toggleMark(strongType),
    "Mod-i": toggleMark(emphasisType),
    "Mod-k": link,
    "Mod-z": undo,
    "Mod-y": redo,
    "Shift-Mod-z": redo,
    "Shift-Enter": breakLine,
    "Alt-Shift-q": markQuote(onQuoteMade),
    "Alt-Shift-0": setStyle("BODY"),
    "Alt-Shift-1": setStyle("HEADING"),
    "Alt-Shift-2": setStyle("SUBHEADING"),
    "Alt-Shift-7": toggleStyle("NUMBERED"),
    "Alt-Shift-8": toggleStyle("BULLET"),
    "Alt-Shift-9": toggleStyle("BLOCK_QUOTE"),
  };
  const base = keymap({
    ...baseKeymap,
    Enter: chainCommands(continueParagraph, baseKeymap["Enter"] ?? (() => false)),
    Backspace: chainCommands(endStyle, baseKeymap["Backspace"] ?? (() => false)),
  });
  return [keymap(keys), base];
}
