import type { MouseEvent } from "react";
import { useWords } from "../languages/words.tsx";
import "./focal-point.css";

/** A point of a picture, each part from 0 to 1 of its width or height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point of a picture that has none. */
export const MIDDLE: Point = { x: 0.5, y: 0.5 };

const STEPS = 100;
const HIGHEST_REM = 20;

function within(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * STEPS) / STEPS;
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly isReadOnly: boolean;
  readonly onChange: (value: number) => void;
  readonly onSettle: () => void;
}

function Slider({ label, value, isReadOnly, onChange, onSettle }: SliderProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        type="range"
        min={0}
        max={STEPS}
        disabled={isReadOnly}
        value={Math.round(value * STEPS)}
        onChange={(event) => onChange(Number(event.target.value) / STEPS)}
        onPointerUp={onSettle}
        onKeyUp={onSettle}
      />
    </label>
  );
}

interface FocalPointProps {
  readonly image: { readonly large: string; readonly alt: string; readonly width: number; readonly height: number };
  readonly point: Point;
  readonly onChange: (point: Point) => void;
  /** Called with the point when it no longer moves. */
  readonly onSettle?: (point: Point) => void;
  readonly isReadOnly?: boolean;
}

/** Chooses the point of a picture that crops keep, by pointer or by keyboard. */
export function FocalPointField({ image, point, onChange, onSettle, isReadOnly = false }: FocalPointProps) {
  const { t } = useWords();
  const shape = image.width / image.height;
  // The place of the picture is kept while it loads.
  const place = { aspectRatio: shape, inlineSize: `min(100%, ${HIGHEST_REM * shape}rem)` };
  const choose = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>): void => {
    if (isReadOnly) return;
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const chosen = { x: within((clientX - left) / width), y: within((clientY - top) / height) };
    onChange(chosen);
    onSettle?.(chosen);
  };
  const sliderOf = (axis: keyof Point) => ({
    value: point[axis],
    isReadOnly,
    onChange: (value: number) => onChange({ ...point, [axis]: value }),
    onSettle: () => onSettle?.(point),
  });
  return (
    <fieldset className="focal-field">
      <legend>{t("images.focal")}</legend>
      {/* The sliders below do the same by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="focal" dir="ltr" style={place} onClick={choose}>
        <img src={image.large} width={image.width} height={image.height} alt={image.alt} />
        <span className="focal-mark" style={{ left: `${point.x * STEPS}%`, top: `${point.y * STEPS}%` }} />
      </div>
      <p className="hint quiet">{t("images.focalHint")}</p>
      <div className="focal-sliders">
        <Slider label={t("images.focalX")} {...sliderOf("x")} />
        <Slider label={t("images.focalY")} {...sliderOf("y")} />
      </div>
    </fieldset>
  );
}
