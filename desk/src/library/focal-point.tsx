import type { MouseEvent } from "react";
import { useWords } from "../languages/words.tsx";

/** A point of a picture, each part from 0 to 1 of its width or height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface FocalPointProps {
  readonly url: string;
  readonly alt: string;
  readonly point: Point;
  readonly onChange: (point: Point) => void;
}

const STEPS = 100;

function Slider({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        type="range"
        min={0}
        max={STEPS}
        value={Math.round(value * STEPS)}
        onChange={(event) => onChange(Number(event.target.value) / STEPS)}
      />
    </label>
  );
}

/** Chooses the point of a picture that crops keep, by pointer or by keyboard. */
export function FocalPointField({ url, alt, point, onChange }: FocalPointProps) {
  const { t } = useWords();
  const choose = (event: MouseEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onChange({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  };
  return (
    <fieldset className="focal-field">
      <legend>{t("images.focal")}</legend>
      {/* The sliders below do the same by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="focal" dir="ltr" onClick={choose}>
        <img src={url} alt={alt} />
        <span className="focal-mark" style={{ left: `${point.x * STEPS}%`, top: `${point.y * STEPS}%` }} />
      </div>
      <p className="hint quiet">{t("images.focalHint")}</p>
      <div className="pair">
        <Slider label={t("images.focalX")} value={point.x} onChange={(x) => onChange({ ...point, x })} />
        <Slider label={t("images.focalY")} value={point.y} onChange={(y) => onChange({ ...point, y })} />
      </div>
    </fieldset>
  );
}
