import { CONTROL } from './small-models.js';

/** A model that uses all that Vensim and this package can both say, views included. */
export const FULL_MODEL = `{UTF-8}
:MACRO: FILL(input, wait)
FILL = INTEG(input - draining, input * wait)
	~	person
	~	What waits.
	|

draining = FILL / wait * scale$ ~~|
:END OF MACRO:
age: young, middle, old
	~
	~	Three ages.
	|
later: middle, old ~~|
earlier: young, middle -> later ~~|
cohort: first, second -> (age: young, later) ~~|
twin <-> age ~~|
place: (p1-p3), "far away, north" ~~|

scale = 1 ~ Dmnl ~|
births[age] = 0.04 * People[age] * effect(TIME STEP)
	~	person/Month
	~	New people.
		On two lines.
	|
deaths[age] = IF THEN ELSE(:NOT: Time > 5 :AND: scale = 1, People[age] / life[age], 0) ~ person/Month ~|
People[age] = INTEG(births[age] - deaths[age], start[age]) ~ person [0,?] ~ All of them. |
start[age] = 100, 200, -3e-05 ~~|
life[young] = 70 ~~|
life[later] = 20 + later ~ Month ~ How long people live. |
moved[age] :EXCEPT: [young] = SUM(trips[age, place!]) ^ 2 ~~|
moved[young] = -1 ~~|
trips[age, place] = 1,2,3,4; 5,6,7,8; 9,10,11,:NA:; ~~|
shifted[later] = moved[earlier] ~~|
effect([(0,0)-(10,2)],(0,0),(1,0.5),(10,2)) ~ Dmnl ~|
slope = WITH LOOKUP(Time, ((0,1),(10,3))) ~~|
other = 2 * WITH LOOKUP(Time, ((0,1),(10,3))) ~~|
"odd: name" = ACTIVE INITIAL(scale * 2, 1) ~~|
delayed = DELAY N(scale, 3, 1, 2) + SMOOTH N(scale, 3, 1, 2) + DELAY1I(scale, 1, 2) + TREND(scale, 1, 0) ~~|
random = RANDOM UNIFORM(0, 1, 7) + RANDOM 0 1() ~~|
sampled = SAMPLE IF TRUE(Time > 2, scale, 0) ~~|
count = ELMCOUNT(place) + FILL(2, scale) + XIDZ(1, scale, 3) + PULSE(1, 2) + RAMP(1, 2, 3) ~~|
Tank = INTEG(2 * scale - Tank, 5) ~ litre ~ Its rate is no sum of names. |

${CONTROL}
\\\\\\---/// Sketch information - do not modify anything except names
V300  Do not put anything below this section - it will be ignored
*People
$192-192-192,0,Times New Roman|12||0-0-0|0-0-0|0-0-255|-1--1--1|-1--1--1|72,72,100,0
10,1,People,300,100,40,20,3,3,0,0,0,0,0,0
12,2,48,100,100,10,8,0,3,0,0,-1,0,0,0
1,3,5,1,4,0,0,22,0,0,0,-1--1--1,,1|(230,100)|
1,4,5,2,100,0,0,22,0,0,0,-1--1--1,,1|(150,100)|
11,5,48,200,100,6,8,34,3,0,0,1,0,0,0
10,6,births,200,116,30,8,40,3,0,0,-1,0,0,0
10,7,scale,50,300,30,8,8,3,0,0,0,0,0,0
1,8,7,1,1,0,43,0,0,64,0,-1--1--1,,1|(200,300)|
12,9,0,400,400,80,20,8,4,0,0,-1,0,0,0
How people come
\\\\\\---/// Sketch information - do not modify anything except names
V300  Do not put anything below this section - it will be ignored
*Second
$192-192-192,0,Times New Roman|12||0-0-0|0-0-0|0-0-255|-1--1--1|-1--1--1|72,72,100,0
10,12,People,10,20,40,8,8,2,0,3,-1,0,0,0,128-128-128,0-0-0,|12||128-128-128
10,3,deaths,100,200,30,8,8,3,0,0,0,0,0,0
1,4,12,3,0,0,0,0,0,64,0,-1--1--1,,1|(0,0)|
///---\\\\\\
:L<%^E!@
15:0,0,0,1,0,0
22:Month,Months
22:person,people
4:Time
`;
