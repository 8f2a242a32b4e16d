import { expect, test } from 'vitest';

import { clampBounds, minimumSize } from '../../electron/shell/bounds.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const monitor = { x: 1440, y: 0, width: 1920, height: 1080 };

test('a window that stands inside a screen stays where it was', () => {
  const saved = { x: 1500, y: 40, width: 900, height: 700 };
  expect(clampBounds(saved, [laptop, monitor], minimumSize)).toEqual(saved);
});

test('a window on a screen that is gone comes back to the primary one', () => {
  const saved = { x: 1500, y: 40, width: 900, height: 700 };
  expect(clampBounds(saved, [laptop], minimumSize)).toEqual({ x: 540, y: 40, width: 900, height: 700 });
});

test('a window that hangs over an edge goes to the screen that shows most of it', () => {
  expect(clampBounds({ x: 1300, y: 500, width: 800, height: 700 }, [laptop, monitor], minimumSize)).toEqual({
    x: 1440,
    y: 380,
    width: 800,
    height: 700,
  });
});

test('a window under the task bar comes out from under it', () => {
  expect(clampBounds({ x: 10, y: 0, width: 800, height: 600 }, [laptop], minimumSize)).toMatchObject({ x: 10, y: 25 });
});

test('a window larger than the screen shrinks to it', () => {
  expect(clampBounds({ x: -50, y: -50, width: 4000, height: 3000 }, [laptop], minimumSize)).toEqual(laptop);
});

test('a window never becomes smaller than the page can be read in', () => {
  expect(clampBounds({ x: 100, y: 100, width: 1, height: 1 }, [laptop], minimumSize)).toMatchObject(minimumSize);
});
