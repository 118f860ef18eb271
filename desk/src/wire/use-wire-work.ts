import { useRef, useState } from "react";
import { isNothing, NO_WORK, openWireStore, WIRE_FORMAT, type WireWork } from "./wire-work.ts";

/** The work with copy, which survives a reload. */
export interface OpenWireWork {
  readonly work: WireWork;
  /** When the work was kept that was restored; null where nothing was, or that is known. */
  readonly restoredAt: string | null;
  /** Whether the browser keeps the work. */
  readonly isKept: boolean;
  /** Changes what is the work at that moment, also from within a task that began with an earlier one. */
  readonly change: (change: (work: WireWork) => WireWork) => void;
  /** Stops keeping what is on the screen: all of it is on the server. */
  readonly finish: () => void;
  readonly dismissRestored: () => void;
}

/** The work of a person with copy: what this window kept, or none. */
export function useWireWork(viewerId: string): OpenWireWork {
  const [{ store, kept }] = useState(() => {
    const opened = openWireStore(viewerId);
    return { store: opened, kept: opened.read() };
  });
  const initial = kept?.work ?? NO_WORK;
  const now = useRef(initial);
  const [work, setWork] = useState(initial);
  const [restoredAt, setRestoredAt] = useState(kept?.keptAt ?? null);
  const [isKept, setIsKept] = useState(true);
  return {
    work,
    restoredAt,
    isKept,
    change: (change) => {
      const changed = change(now.current);
      now.current = changed;
      setWork(changed);
      if (isNothing(changed)) store.discard();
      else setIsKept(store.keep({ format: WIRE_FORMAT, keptAt: new Date().toISOString(), work: changed }));
    },
    finish: () => store.discard(),
    dismissRestored: () => setRestoredAt(null),
  };
}
