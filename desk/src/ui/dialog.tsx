import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Called when the dialog is dismissed; absent where it cannot be. */
  readonly onClose?: (() => void) | undefined;
  /** Whether it interrupts and needs an answer. */
  readonly isAlert?: boolean;
  /** Wide for content side by side. */
  readonly size?: "normal" | "wide";
}

/** A dialog over the page, which is open while it is rendered. */
export function Dialog({ title, children, onClose, isAlert = false, size = "normal" }: DialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable={onClose !== undefined && !isAlert}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(isOpen) => !isOpen && onClose?.()}
    >
      <Modal className={`modal ${size}`}>
        <AriaDialog role={isAlert ? "alertdialog" : "dialog"}>
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
