import type { EditorState, Transaction } from "prosemirror-state";
import { EditorView, type NodeViewConstructor } from "prosemirror-view";
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { type BodyActions, bodyKeys } from "./body-keys.ts";
import { PASTE_PROPS } from "./paste-props.ts";
import "./body.css";

interface BodyEditorProps extends BodyActions {
  /** The state that is shown. It changes by transactions only. */
  readonly state: EditorState;
  /** Applies a transaction and returns the state after it: the page shows it at once, before anything else is rendered. */
  readonly onTransaction: (transaction: Transaction) => EditorState;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly label: string;
  readonly describedBy: string;
  /** What an empty body shows. */
  readonly placeholder: string;
  readonly isEditable: boolean;
  readonly viewRef: RefObject<EditorView | null>;
  /** How figures and posts are shown. */
  readonly nodeViews: Readonly<Record<string, NodeViewConstructor>>;
  /** Takes files that are dropped or pasted, at a position of the document; false leaves them to the browser. */
  readonly onFiles: (files: readonly File[], position: number) => boolean;
}

/** The body of an article, to be written in. */
export function BodyEditor(props: BodyEditorProps) {
  const { state, language, direction, label, describedBy, placeholder, isEditable, viewRef, nodeViews } = props;
  const host = useRef<HTMLDivElement>(null);
  const onTransaction = useEffectEvent(props.onTransaction);
  const onQuoteMade = useEffectEvent(props.onQuoteMade);
  const onLink = useEffectEvent(props.onLink);
  const onFiles = useEffectEvent(props.onFiles);
  const initial = useRef({ state, nodeViews });

  useEffect(() => {
    if (!host.current) return undefined;
    const takeFiles = (view: EditorView, files: FileList | undefined, position: number): boolean =>
      files !== undefined && files.length > 0 && view.editable && onFiles([...files], position);
    const view = new EditorView(host.current, {
      ...PASTE_PROPS,
      state: initial.current.state,
      nodeViews: initial.current.nodeViews,
      plugins: bodyKeys({ onQuoteMade: (id) => onQuoteMade(id), onLink: () => onLink() }),
      dispatchTransaction(transaction) {
        view.updateState(onTransaction(transaction));
      },
      handlePaste: (pasted, { clipboardData }) => {
        // Word processors add a picture of the text that was copied; file managers add the name of a file, but no HTML.
        const isText = ["text/html", "text/plain"].every((type) => clipboardData?.getData(type).trim() !== "");
        return !isText && takeFiles(pasted, clipboardData?.files, pasted.state.selection.head);
      },
      handleDrop: (dropped, event) => {
        // A picture of the text itself comes with its file, and is only moved.
        if (dropped.dragging) return false;
        const at = dropped.posAtCoords({ left: event.clientX, top: event.clientY });
        return takeFiles(dropped, event.dataTransfer?.files, at?.pos ?? dropped.state.doc.content.size);
      },
    });
    viewRef.current = view;
    return () => {
      viewRef.current = null;
      view.destroy();
    };
  }, [viewRef]);

  useEffect(() => {
    const view = viewRef.current;
    if (view && view.state !== state) view.updateState(state);
  }, [state, viewRef]);

  useEffect(() => {
    viewRef.current?.setProps({
      editable: () => isEditable,
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        "aria-describedby": describedBy,
        "data-placeholder": placeholder,
        "aria-readonly": String(!isEditable),
        lang: language,
        dir: direction,
        class: "body",
        ...(!isEditable && { tabindex: "0" }),
      },
    });
  }, [label, describedBy, placeholder, language, direction, isEditable, viewRef]);

  return <div ref={host} className="body-host" />;
}
