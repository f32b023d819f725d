import { describe, expect, it } from 'vitest';
import { readSmall } from './testing/small-models.js';

const ENTRIES = 'filling = 5 ~~|\nTank = INTEG(filling, 100) ~~|\n"rate, of fill" = 1 ~~|\n';
const sketch = (lines: string, name = 'View 1') =>
  `\\\\\\---/// Sketch information - do not modify anything except names\nV300  Do not put anything below this section\n*${name}\n$192-192-192,0,Times New Roman|12||0-0-0\n${lines}\n`;
const PIPE = `10,1,Tank,300,100,40,20,3,3,0,0,0,0,0,0
12,2,48,100,100,10,8,0,3,0,0,-1,0,0,0
1,3,5,1,4,0,0,22,0,0,0,-1--1--1,,1|(230,100)|
1,4,5,2,100,0,0,22,0,0,0,-1--1--1,,1|(150,100)|
11,5,48,200,100,6,8,34,3,0,0,1,0,0,0
10,6,filling,200,116,30,8,40,3,0,0,-1,0,0,0`;
const itemsOf = (...sketches: readonly string[]) =>
  readSmall(ENTRIES, `${sketches.join('')}///---\\\\\\\n`).root.views.map(({ items }) => items);

describe('readSketches', () => {
  it('shows a stock by its corner and size, and a flow by its valve and pipe', () => {
    expect(itemsOf(sketch(PIPE))).toEqual([
      [
        { kind: 'stock', variable: 'tank', name: 'Tank', x: 260, y: 80, width: 80, height: 40 },
        {
          kind: 'flow',
          variable: 'filling',
          name: 'filling',
          x: 200,
          y: 100,
          points: [
            { x: 100, y: 100 },
            { x: 300, y: 100 },
          ],
        },
      ],
    ]);
  });

  it('keeps the corner of a bent pipe', () => {
    const bent = PIPE.replace('300,100,40', '300,200,40').replace('(230,100)', '(300,100)');
    expect(itemsOf(sketch(bent))[0]?.[1]).toMatchObject({
      points: [
        { x: 100, y: 100 },
        { x: 300, y: 100 },
        { x: 300, y: 200 },
      ],
    });
  });

  it('shows arrows with the angle at which they leave and their sign', () => {
    // Half a circle to the right over the top, a straight line, and one that bends down.
    const arrow = (point: string, sign = 0) =>
      `10,7,"rate, of fill",0,116,30,8,8,3,0,0,0,0,0,0\n1,8,7,6,1,0,${sign},0,0,64,0,-1--1--1,,1|(${point})|`;
    // From (0, 116) to the valve at (200, 100): the chord rises by atan(16/200) = 4.57 degrees.
    const angle = (point: string) =>
      itemsOf(sketch(`${PIPE}\n${arrow(point)}`))[0]?.find(({ kind }) => kind === 'connector');
    expect(angle('100,108')).toMatchObject({
      from: { variable: 'rate,_of_fill' },
      to: { variable: 'filling' },
      angle: 4.57,
    });
    expect(angle('92,8')).toMatchObject({ angle: 94.57 });
    expect(angle('108,208')).toMatchObject({ angle: 274.57 });
    expect(itemsOf(sketch(`${PIPE}\n${arrow('100,108', 43)}`))[0]?.at(-1)).toMatchObject({ polarity: '+' });
    expect(itemsOf(sketch(`${PIPE}\n${arrow('100,108', 45)}`))[0]?.at(-1)).toMatchObject({ polarity: '-' });
  });

  it('shows a second showing as an alias, also on another view, and leaves out what is no variable', () => {
    const second = sketch(
      '10,1,Tank,50,60,40,8,8,2,0,3,-1,0,0,0\n10,2,Time,5,6,4,8,8,2,0,3,-1,0,0,0\n1,3,1,1,0,0,0,0,0,64,0,-1--1--1,,1|(0,0)|',
      'Other',
    );
    const views = readSmall(ENTRIES, `${sketch(PIPE)}${second}///---\\\\\\\n`).root.views;
    expect(views.map(({ name }) => name)).toEqual(['View 1', 'Other']);
    expect(views[1]?.items).toMatchObject([
      { kind: 'alias', variable: 'tank', x: 50, y: 60, uid: '200001' },
      { kind: 'connector', from: { alias: '200001' }, to: { alias: '200001' } },
    ]);
  });

  it('takes the showing that arrows may lead to as the variable itself', () => {
    const ghost = sketch('10,1,Tank,50,60,40,8,8,2,0,3,-1,0,0,0');
    expect(itemsOf(ghost, sketch(PIPE)).map(([first]) => first?.kind)).toEqual(['alias', 'stock']);
  });

  it('shows comments as labels, and leaves out clouds, sliders and graphs', () => {
    const lines =
      '12,1,0,100,50,40,10,8,4,0,0,-1,0,0,0\nHow the tank\\nfills\n12,2,48,1,2,10,8,0,3,0,0,-1,0,0,0\n12,3,0,4,5,80,20,3,188,0,0,2,0,0,0\nTank,Graph\n12,4,short,10,20,10,8,8,3,0,0,-1,0,0,0';
    expect(itemsOf(sketch(lines))[0]).toEqual([
      { kind: 'label', text: 'How the tank\nfills', x: 60, y: 40, width: 80, height: 20 },
      { kind: 'label', text: 'short', x: 0, y: 12, width: 20, height: 16 },
    ]);
  });

  it('passes over lines that are no objects', () => {
    expect(
      itemsOf(
        sketch('10,\n10,1\n1,2\n99,1,2,3\nhello\n10,1,Tank,a,b\n1,1,7,7,0,0,0,0,0,64,0,-1--1--1,,1|(0,0)|'),
      ),
    ).toEqual([[]]);
  });
});
