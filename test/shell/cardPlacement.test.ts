import { expect, test } from 'vitest';

import { cardWidth, placeCard, placeNote, spotFor, trayCorner } from '../../electron/shell/cardPlacement.ts';

const bounds = { x: 0, y: 0, width: 1920, height: 1080 };
const barBelow = { x: 0, y: 0, width: 1920, height: 1040 };
const barAbove = { x: 0, y: 32, width: 1920, height: 1048 };
const left = { x: -1280, y: 0, width: 1280, height: 1024 };
const x = 1920 - cardWidth - 12;
const sized = (height: number) => ({ width: cardWidth, height });

test('above a task bar at the bottom the first card stands at the bottom, and more of them grow upwards', () => {
  const spot = trayCorner({ bounds, workArea: barBelow }, 'win32');
  expect(placeCard(spot, sized(150), [barBelow])).toEqual({ x, y: 878, width: cardWidth, height: 150 });
  expect(placeCard(spot, sized(500), [barBelow])).toEqual({ x, y: 528, width: cardWidth, height: 500 });
});

test('below a bar at the top it stands at the top, and more of them grow downwards', () => {
  const spot = trayCorner({ bounds, workArea: barAbove }, 'linux');
  expect(placeCard(spot, sized(150), [barAbove])).toEqual({ x, y: 44, width: cardWidth, height: 150 });
  expect(placeCard(spot, sized(500), [barAbove])).toMatchObject({ y: 44, height: 500 });
});

test('on macOS the tray is in the menu bar, however high the Dock is', () => {
  const workArea = { x: 0, y: 25, width: 1920, height: 955 };
  expect(placeCard(trayCorner({ bounds, workArea }, 'darwin'), sized(150), [workArea])).toMatchObject({ y: 37 });
});

test('it stands on the screen to which it was dragged', () => {
  const spot = { x: -800, y: 100, width: cardWidth, height: 150 };
  expect(placeCard(spot, sized(150), [barBelow, left])).toEqual(spot);
});

test('when that screen is gone it comes to the first one, and goes back when the screen is back', () => {
  const spot = { x: -800, y: 100, width: cardWidth, height: 150 };
  expect(placeCard(spot, sized(150), [barBelow])).toEqual({ ...spot, x: 0 });
  expect(placeCard(spot, sized(150), [barBelow, left])).toEqual(spot);
});

test('more cards than the screen is high fill it from top to bottom', () => {
  const spot = trayCorner({ bounds, workArea: barBelow }, 'linux');
  expect(placeCard(spot, sized(5000), [barBelow])).toEqual({ x, y: 0, width: cardWidth, height: 1040 });
});

test('on a screen narrower than a card it is as wide as the screen', () => {
  const narrow = { x: 0, y: 0, width: 320, height: 480 };
  expect(placeCard(trayCorner({ bounds: narrow, workArea: narrow }, 'linux'), sized(150), [narrow])).toMatchObject({
    x: 0,
    width: 320,
  });
});

test('enlarged letters enlarge it away from the edges of the screen', () => {
  const spot = trayCorner({ bounds, workArea: barBelow }, 'linux');
  const placed = placeCard(spot, { width: 2 * cardWidth, height: 300 }, [barBelow]);
  expect([placed.x + placed.width, placed.y + placed.height]).toEqual([x + cardWidth, 1028]);
});

const screens = {
  primary: { bounds, workArea: barBelow },
  pointer: { bounds: left, workArea: left },
};

test.for([
  ['remembered', { x: 100, y: 200 }],
  ['primary', { x }],
  ['pointer', { x: -cardWidth - 12, y: 1012 }],
] as const)('a new stack comes up where the settings say: %s', ([choice, expected]) => {
  const dragged = { x: 100, y: 200, width: cardWidth, height: 150 };
  expect(spotFor(choice, dragged, screens, 'linux')).toMatchObject(expected);
});

test('until it has been dragged, the remembered place is the corner of the first screen', () => {
  expect(spotFor('remembered', null, screens, 'linux')).toEqual(spotFor('primary', null, screens, 'linux'));
});

test.for([
  ['above cards that grow upwards', { x, y: 800, width: cardWidth, height: 228 }, { x, y: 612 }],
  ['below cards that grow downwards', { x, y: 44, width: cardWidth, height: 150 }, { x, y: 194 }],
  ['in the corner when there is no card', trayCorner(screens.primary, 'linux'), { x, y: 840 }],
  ['over the cards when they leave no room', { x, y: 0, width: cardWidth, height: 1040 }, { x, y: 852 }],
] as const)('a note stands %s', ([, card, expected]) => {
  expect(placeNote(card, { width: cardWidth, height: 188 }, [barBelow])).toMatchObject(expected);
});
