import { Canvas, CANVAS_WIDTH } from "./canvas.js";
import {
  INK,
  LIGHT,
  WHITE,
  RED,
  night,
  day,
  dusk,
  sea,
  BLUE_SEA,
  NIGHT_SEA,
  DUSK_SEA,
  hills,
  boat,
  lamp,
  buoy,
  fish,
  house,
  lighthouse,
  wheels,
} from "./drawing-parts.js";

function pilots(): Canvas {
  const canvas = hills(day(), 52, 20, 0x7fa08c);
  lighthouse(canvas, 132, 53, 30);
  sea(canvas.disc(38, 22, 7, LIGHT), 52, BLUE_SEA);
  return boat(boat(canvas, [104, 66], 26, INK), [56, 82], 44, RED);
}

function ladder(): Canvas {
  const canvas = day().polygon([0, 0, 112, 0, 98, 82, 0, 82], 0x274c66).polygon([0, 62, 101.5, 62, 98, 82, 0, 82], RED);
  for (const x of [60, 78]) canvas.line([x, 0], [x, 78], 1.2, WHITE);
  for (let y = 6; y < 80; y += 9) canvas.line([58, y], [80, y], 2.2, 0xb98a4b);
  sea(canvas, 78, BLUE_SEA.slice(1));
  return boat(canvas, [122, 92], 40, 0xe08b2d);
}

function turbines(): Canvas {
  const canvas = sea(new Canvas(0xb9d4dc, 0xdfe7dd), 24, [0x4f8fa8, 0x3f7f98, 0x306d87, 0x245a73, 0x1a475d, 0x123648]);
  for (const [x, y] of [
    [34, 62],
    [84, 58],
    [130, 66],
  ] as const) {
    canvas.line([x, y], [x, 100], 2.4, 0xd7dee2);
    for (const turn of [0.3, 2.4, 4.5])
      canvas.line([x, y], [x + 15 * Math.cos(turn), y + 15 * Math.sin(turn)], 2.2, WHITE);
    canvas.disc(x, y, 2.4, RED);
  }
  canvas.polygon([44, 28, 54, 22, 66, 20, 74, 23, 70, 28], 0x54606b);
  return canvas.disc(72, 18, 4.6, 0x54606b).disc(73.6, 17, 0.6, INK);
}

function herring(): Canvas {
  const canvas = sea(new Canvas(0xa9cfd6, 0xa9cfd6), 8, [0x5b9db0, 0x48899f, 0x38758c, 0x2a6079, 0x1e4c63]);
  for (let at = 0; at < 17; at += 1) {
    const [x, y] = [18 + (at % 6) * 26 + (at % 2) * 8, 24 + Math.floor(at / 6) * 24 + (at % 3) * 5];
    fish(canvas, x, y, 17, at % 4 === 0 ? 0xdfe8ea : 0xb4c7cf);
  }
  return canvas;
}

function visit(): Canvas {
  const canvas = day().box(0, 74, CANVAS_WIDTH, 26, 0xb9a57e);
  canvas.box(34, 34, 92, 40, 0xe6d7b3).polygon([28, 34, 132, 34, 80, 12], 0xa98d5f);
  for (let x = 40; x < 122; x += 13) canvas.box(x, 40, 4, 34, WHITE);
  for (const [x, colour] of [
    [18, RED],
    [142, 0x2b6a8f],
  ] as const) {
    canvas.line([x, 12], [x, 84], 1, INK).polygon([x, 12, x + 15, 15, x, 26], colour);
  }
  return canvas;
}

function market(): Canvas {
  const canvas = dusk();
  for (let x = 2; x < CANVAS_WIDTH; x += 20)
    house(canvas, x, 56, 15, [0xc9795c, 0xd9a066, 0xb3806f][((x / 20) % 3) | 0] ?? RED);
  sea(canvas, 56, DUSK_SEA);
  for (const [x, y, colour] of [
    [36, 72, 0x3d7a6a],
    [88, 80, RED],
    [132, 70, 0xe08b2d],
  ] as const) {
    canvas.polygon([x - 20, y, x + 20, y, x + 15, y + 7, x - 15, y + 7], INK);
    canvas.polygon([x - 15, y - 10, x + 15, y - 10, x + 12, y - 16, x - 12, y - 16], colour);
    canvas.line([x - 13, y], [x - 13, y - 10], 0.8, WHITE).line([x + 13, y], [x + 13, y - 10], 0.8, WHITE);
  }
  return canvas;
}

function violin(): Canvas {
  const canvas = sea(dusk().disc(128, 30, 9, LIGHT), 44, DUSK_SEA).polygon(
    [0, 100, 0, 78, CANVAS_WIDTH, 88, CANVAS_WIDTH, 100],
    0x2a2436,
  );
  canvas.disc(66, 66, 14, 0x9c5a2b).disc(82, 50, 11, 0x9c5a2b).disc(75, 58, 8, 0x9c5a2b);
  canvas
    .line([82, 50], [114, 16], 3.4, 0x3a2416)
    .line([64, 68], [114, 16], 0.5, WHITE)
    .line([66, 70], [116, 18], 0.5, WHITE);
  return canvas.line([42, 36], [104, 72], 1, WHITE).disc(116, 14, 3, 0x3a2416);
}

function train(): Canvas {
  const canvas = night();
  for (let x = 6; x < CANVAS_WIDTH; x += 24) house(canvas, x, 62, 16, 0x33506a);
  canvas.box(0, 62, CANVAS_WIDTH, 12, 0x26333f).box(0, 72, CANVAS_WIDTH, 1.4, 0x8d99a5);
  for (const [x, colour] of [
    [8, 0x3d7a6a],
    [46, 0x8a4b3c],
    [84, 0x3d7a6a],
  ] as const)
    canvas.box(x, 50, 34, 19, colour);
  canvas.polygon([122, 69, 122, 48, 144, 48, 154, 60, 154, 69], RED).box(138, 52, 8, 6, LIGHT);
  lamp(wheels(canvas, [14, 36, 52, 74, 90, 112, 128, 148], 70), 154, 65, 1.4);
  return sea(canvas, 76, NIGHT_SEA.slice(1));
}

function channel(): Canvas {
  const canvas = hills(night().disc(126, 18, 6, WHITE), 40, 10, 0x16324a);
  sea(canvas, 40, NIGHT_SEA);
  for (const [x, y, size] of [
    [52, 50, 1.4],
    [104, 50, 1.4],
    [40, 62, 2.2],
    [118, 62, 2.2],
    [20, 82, 3.6],
    [140, 82, 3.6],
  ] as const)
    buoy(canvas, x, y, size);
  return lamp(boat(canvas, [80, 80], 30, 0x2b6a8f), 87, 66, 0.9);
}

function lanterns(): Canvas {
  const canvas = hills(night(), 100, 78, 0x182c3c).polygon([30, 100, 66, 100, 108, 34, 98, 34], 0x3a4b58);
  for (let at = 0; at < 9; at += 1) {
    const y = 94 - at * 7.2;
    const [x, size] = [45 + at * 6.9, 2.4 - at * 0.2];
    lamp(lamp(canvas, x - 12 + at * 0.9, y, size), x + 14 - at * 1.1, y, size);
  }
  return house(canvas, 92, 34, 15, 0x40566a);
}

function sensors(): Canvas {
  const canvas = sea(day().disc(124, 20, 8, WHITE), 44, [0x63a3a6, 0x4c8e95, 0x397883, 0x29626f]);
  for (const [x, y, size] of [
    [40, 62, 7],
    [96, 56, 4.5],
    [126, 76, 6],
  ] as const) {
    canvas.disc(x, y, size, 0xe0b43a, 1, size * 0.6).box(x - size * 0.12, y - size * 2.4, size * 0.24, size * 2, INK);
    canvas.polygon(
      [
        x - size * 0.8,
        y - size * 1.4,
        x + size * 0.8,
        y - size * 1.7,
        x + size * 0.8,
        y - size,
        x - size * 0.8,
        y - size * 0.7,
      ],
      0x27455f,
    );
  }
  return canvas;
}

function tram(): Canvas {
  const canvas = day();
  for (let x = 4; x < CANVAS_WIDTH; x += 26)
    house(canvas, x, 70, 19, [0xe2a76f, 0xcf7f63, 0x8fb0a2][((x / 26) % 3) | 0] ?? RED);
  canvas.box(0, 78, CANVAS_WIDTH, 22, 0x9a9285).box(0, 84, CANVAS_WIDTH, 1.2, INK);
  canvas.box(24, 44, 112, 36, 0x2f6f5e).box(24, 66, 112, 3, LIGHT).line([80, 44], [96, 32], 1, INK);
  for (let x = 30; x < 128; x += 20) {
    canvas.box(x, 50, 14, 13, WHITE);
    for (const [at, colour] of [RED, 0x2b6a8f, 0xe0b43a, INK].entries())
      canvas.box(x + 1.5 + at * 3, 54 + (at % 2), 2.2, 9 - (at % 2), colour);
  }
  return wheels(canvas, [40, 54, 106, 120], 81);
}

function cup(): Canvas {
  const canvas = new Canvas(0x1f5b3f, 0x3d8a55);
  for (let x = 0; x < CANVAS_WIDTH; x += 32) canvas.box(x, 0, 16, 100, 0xffffff, 0.06);
  canvas.disc(62, 36, 11, 0xb98a2b).disc(62, 36, 7, 0x2c7048).disc(98, 36, 11, 0xb98a2b).disc(98, 36, 7, 0x2c7048);
  canvas.polygon([60, 20, 100, 20, 96, 44, 88, 54, 72, 54, 64, 44], 0xe0b43a).box(77, 54, 6, 16, 0xb98a2b);
  canvas.polygon([62, 84, 98, 84, 92, 70, 68, 70], 0xe0b43a);
  for (let at = 0; at < 30; at += 1)
    canvas.box((at * 53) % 160, (at * 37) % 96, 1.8, 1.8, [LIGHT, RED, WHITE][at % 3] ?? RED);
  return canvas;
}

function sardines(): Canvas {
  const canvas = hills(day(), 46, 14, 0xb59a6d);
  sea(canvas, 46, BLUE_SEA);
  canvas.box(0, 80, CANVAS_WIDTH, 20, 0x8a7a63);
  for (const [x, colour] of [
    [34, 0x2b6a8f],
    [82, RED],
    [128, 0x3d7a6a],
  ] as const)
    boat(canvas, [x, 80], 40, colour);
  return canvas;
}

/** The drawings of the demo newsroom by name. Nothing in them is copied. */
export const DRAWINGS = {
  pilots,
  ladder,
  turbines,
  herring,
  visit,
  market,
  violin,
  train,
  channel,
  lanterns,
  sensors,
  tram,
  cup,
  sardines,
} as const;
