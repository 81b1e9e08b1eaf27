story: Anna and Toby
setting: couple
zone: Europe/London
member: Anna
member: Toby
invented: yes
note: Nobody here is real. Two people, twelve years together, and thirteen weeks of small things.

# First week: Anna begins alone

2026-01-05 21:40 Anna joining ^anna-joins

2026-01-05 21:44 Anna breach ^dinner-1 own
  > We said seven. Toby came in at eight minutes to eight and had not rung. I ate standing up.
  by: Toby
  to: Anna
  type: lateness
  weight: 3

2026-01-05 21:50 Anna journal ^day-1 own
  > I do not want to be someone who counts. I want to stop counting.
  day: hard

2026-01-06 08:05 Anna moment ^coffee-1 own
  > He put my coffee by the bed before he left, with the small spoon I like.
  by: Toby
  to: Anna
  meaning: He knows that spoon.

2026-01-07 22:15 Anna breach ^shelf-1 own
  > The bathroom shelf has been half up for two months. He said "this weekend" again.
  by: Toby
  to: Anna
  type: broken promise
  weight: 2

2026-01-08 19:58 Anna breach ^dinner-2 own
  > Fifty minutes late. "Lost track." The rice was glue.
  by: Toby
  to: Anna
  type: lateness
  weight: 3

2026-01-09 22:30 Anna check-in ^anna-rates-1 own
  about: Toby
  predictable: 28
  dependable: 30
  faith: 52

2026-01-10 17:20 Anna moment ^walk-1 own
  > We walked to the canal without talking about anything. It was easy.
  by: Toby
  to: Anna

2026-01-10 23:10 Anna heard-promise ^heard-1 own
  > He said he would finish the shelf before his sister comes.
  of: Toby
  due: 2026-01-24

2026-01-11 10:00 Anna wave ^wave-1 own
  > The smell of burnt onions, and I was back at my birthday two years ago, waiting.

2026-01-11 21:30 Anna letter ^letter-1
  > I have started something here, and you need answer none of it. I do not want to win. I want us to eat warm food at one table again, and to laugh the way we did in the tent.
  to: Toby

# Second week: Toby joins

2026-01-12 20:30 Toby joining ^toby-joins

2026-01-12 20:41 Toby moment ^laugh-1
  > Anna read me the worst line of her book in a newsreader's voice and we could not breathe.
  by: Anna
  to: Toby
  meaning: I had missed that laugh.

2026-01-08 19:50 Toby breach ^mine-1
  > I said seven and came at ten to eight. I knew at half past six that I would not make it, and did not say so.
  to: Anna
  type: lateness
  recorded: 2026-01-12 21:15

2026-01-13 07:50 Anna response ^see-mine-1
  > Thank you for writing that you knew.
  of: ^mine-1
  stance: see

2026-01-13 07:55 Anna correction ^dinner-2-his own
  > He has written this evening down himself, and better than I did. Mine can go.
  of: ^dinner-2
  withdrawn: yes

2026-01-13 21:00 Anna shares ^dinner-1

2026-01-14 12:35 Toby response ^see-dinner-1
  > I see it. I thought an hour of work would please you more than my being there. I had that wrong.
  of: ^dinner-1
  stance: see

2026-01-14 18:40 Toby moment ^bike
  > Anna carried my bike up the stairs because I had my hands full of shopping and my mouth full of bread.
  by: Anna
  to: Toby

2026-01-14 21:05 Anna repair ^late
  > I would like us to look at this one thing, and not at everything.
  to: Toby
  name: Late for dinner
  of: ^dinner-1, ^mine-1

2026-01-14 21:20 Anna aside ^late-wanted own
  > To know by six whether to cook for one or for two. That is nearly all of it.
  repair: ^late
  topic: what I want

2026-01-15 20:12 Anna breach ^dinner-3
  > Twenty to eight, no message. I had told the children next door that we would bring the cake over at half past seven.
  by: Toby
  to: Anna
  type: lateness
  weight: 4
  repair: ^late

2026-01-15 22:40 Toby response ^differ-dinner-3
  > I remember half past seven as "some time this evening". I can see that the cake was not some time this evening.
  of: ^dinner-3
  stance: different

2026-01-16 18:30 Anna check-in ^anna-rates-2 own
  about: Toby
  predictable: 25
  dependable: 26
  faith: 50

2026-01-16 21:50 Toby hypothesis ^toby-guesses own
  > The days when the van is due back late.
  condition: evening

2026-01-16 22:00 Toby check-in ^toby-rates-1 own
  about: Anna
  predictable: 66
  dependable: 80
  faith: 58

2026-01-17 11:30 Toby moment ^market-1
  > Anna found the last blood oranges and gave me the bigger half.
  by: Anna
  to: Toby

2026-01-18 16:00 Anna request ^ask-message
  > When you see that you will be late, would you write me one line before half past six?
  to: Toby
  due: 2026-01-19 18:30

2026-01-18 16:40 Toby answer ^yes-message
  > Yes, and I would rather promise less than that I am always on time.
  to: Anna
  of: ^ask-message
  about: request
  reply: smaller

2026-01-18 16:45 Toby promise ^tuesdays
  > Home by seven on Tuesdays, or one line before half past six.
  to: Anna
  due: 2026-01-20 19:00 every week until 2026-03-31
  type: be there
  done-means: Key in the door by seven, or a message by half past six with a new time.
  plan-if: a meeting runs past six
  plan-then: I write the line first and only then go on talking
  request: ^ask-message

2026-01-18 21:30 Toby request ^ask-same-day
  > Would you tell me on the day when something was wrong, and not everything together on a Sunday?
  to: Anna

2026-01-18 21:50 Anna answer ^yes-same-day
  > Yes. I save it up because I want to be fair. It comes out the opposite.
  to: Toby
  of: ^ask-same-day
  about: request
  reply: yes

2026-01-18 21:55 Anna promise ^same-day
  > What is wrong I say on the day, or I let it be small.
  to: Toby
  due: 2026-01-25 every week until 2026-03-08
  type: tell
  done-means: Nothing on Sunday that is older than Saturday.
  request: ^ask-same-day

# Third week: small promises

2026-01-20 18:56 Anna outcome ^tue-1
  by: Toby
  to: Anna
  promise: ^tuesdays
  result: kept
  occurrence: 2026-01-20

2026-01-20 21:20 Anna moment ^pan-1
  > He was here before the pan was hot. We cooked it together.
  by: Toby
  to: Anna

2026-01-21 08:10 Toby promise ^bins-1
  > Bins out on Wednesday night.
  to: Anna
  due: 2026-01-21 every week until 2026-04-08
  type: do

2026-01-21 22:50 Anna outcome ^bins-1-kept
  by: Toby
  to: Anna
  promise: ^bins-1
  result: kept
  occurrence: 2026-01-21

2026-01-22 20:05 Anna breach ^dinner-4
  > Thursday again. Forty minutes, and a message at seven that said "nearly".
  by: Toby
  to: Anna
  type: lateness
  weight: 3
  repair: ^late

2026-01-22 22:10 Toby response ^see-dinner-4
  > "Nearly" was not true when I wrote it. I was still at my desk.
  of: ^dinner-4
  stance: see

2026-01-23 12:15 Toby breach ^shelf-mine
  > The shelf. I have said "this weekend" five times.
  to: Anna
  type: broken promise

2026-01-23 18:20 Anna response ^see-shelf
  of: ^shelf-mine
  stance: see

2026-01-23 18:25 Anna repair ^chores
  > The things that are half up, half painted, half sorted.
  to: Toby
  name: Chores left half done
  of: ^shelf-mine

2026-01-23 22:30 Anna check-in ^anna-rates-3 own
  about: Toby
  predictable: 33
  dependable: 34
  faith: 52

2026-01-24 15:10 Toby promise ^shelf
  > The shelf is up, painted, and the drill is back in the cellar.
  to: Anna
  due: 2026-02-01
  type: do
  done-means: Things can stand on it.

2026-01-24 19:00 Toby breach ^eyes-1 own
  > I told Anna about the tender at work and she said "poor you" without looking up. I felt about nine years old.
  by: Anna
  to: Toby
  type: dismissal
  weight: 3

2026-01-25 10:20 Anna moment ^pancakes-1
  > Pancakes at ten, nobody going anywhere.
  by: Toby
  to: Anna

2026-01-25 21:30 Toby journal ^toby-day-1 own
  > When I am late I hurry, and when I hurry I take one more call to make up for it. Strange arithmetic.

2026-01-25 21:40 Toby outcome ^same-day-1
  by: Anna
  to: Toby
  promise: ^same-day
  result: kept
  occurrence: 2026-01-25

# Fourth week: why

2026-01-27 18:48 Anna outcome ^tue-2
  by: Toby
  to: Anna
  promise: ^tuesdays
  result: kept
  occurrence: 2026-01-27

2026-01-27 21:10 Toby moment ^crossword
  > Anna left me the last clue and pretended that she did not know it.
  by: Anna
  to: Toby

2026-01-28 23:05 Anna outcome ^bins-2
  > At eleven, in the rain, in his socks.
  by: Toby
  to: Anna
  promise: ^bins-1
  result: kept
  occurrence: 2026-01-28

2026-01-29 19:52 Anna breach ^dinner-5
  > Thursday. Fifty minutes.
  by: Toby
  to: Anna
  type: lateness
  weight: 3
  repair: ^late

2026-01-30 07:55 Toby response ^see-dinner-5
  > All but the first were Thursdays. We have the planning round at half past five, and I never believe that it will run over. It always runs over.
  of: ^dinner-5
  stance: see

2026-01-30 21:00 Anna understanding ^why-late
  > He plans for the day that goes well. It is not that I do not matter; there is no room in his afternoons for anything to go wrong.
  of: ^late
  cause: couldn't

2026-01-30 22:30 Anna check-in ^anna-rates-4 own
  about: Toby
  predictable: 40
  dependable: 36
  faith: 56

2026-01-31 16:20 Anna moment ^wrong-bus
  > We took the wrong bus on purpose and had tea where it stopped.
  by: Toby
  to: Anna

2026-01-31 20:40 Toby shares ^eyes-1

2026-02-01 09:30 Anna response ^see-eyes-1
  > I remember. I was counting minutes in my head and did not hear the rest.
  of: ^eyes-1
  stance: see

2026-02-01 09:45 Toby repair ^listening
  to: Anna
  name: When I tell you something
  of: ^eyes-1

2026-02-01 18:10 Anna outcome ^shelf-late
  > It is up. It is not painted and the drill is on the stairs, but it holds three bottles.
  by: Toby
  to: Anna
  promise: ^shelf
  result: broken

2026-02-01 18:40 Toby outcome ^shelf-toby
  > I would say late: it was up on the day, the paint came a day after.
  to: Anna
  promise: ^shelf
  result: late
  minutes: 1440

2026-02-01 21:30 Toby outcome ^same-day-2
  by: Anna
  to: Toby
  promise: ^same-day
  result: kept
  occurrence: 2026-02-01

2026-02-02 20:15 Anna settlement ^shelf-settled
  > The paint is on. Late is fair.
  promise: ^shelf
  result: late
  minutes: 1440

# Fifth week: an apology that was half of one

2026-02-03 18:55 Anna outcome ^tue-3
  by: Toby
  to: Anna
  promise: ^tuesdays
  result: kept
  occurrence: 2026-02-03

2026-02-04 21:00 Toby apology ^sorry-1
  > I am sorry about the Thursdays. Work has been mad and I did not mean it like that.
  to: Anna
  repair: ^late

2026-02-05 08:00 Anna answer ^partly-1
  > I believe that you did not mean it. I do not know yet what will be different.
  to: Toby
  of: ^sorry-1
  about: apology
  reply: partly

2026-02-05 08:20 Anna outcome ^bins-3
  by: Toby
  to: Anna
  promise: ^bins-1
  result: broken
  occurrence: 2026-02-04

2026-02-05 19:10 Toby outcome ^bins-3-toby
  > True. I heard the lorry from bed.
  to: Anna
  promise: ^bins-1
  result: broken
  occurrence: 2026-02-04

2026-02-05 21:15 Anna moment ^sock-song
  > He made up a song about the bins. All four verses.
  by: Toby
  to: Anna
  meaning: It is hard to stay cross with someone who rhymes lorry with sorry.

2026-02-06 22:20 Anna check-in ^anna-rates-5 own
  about: Toby
  predictable: 42
  dependable: 38
  faith: 57

2026-02-07 12:00 Toby disclosure ^calendar-1
  > My week, as it stands: Monday and Wednesday clear from half past five. Thursday planning until it ends. Friday I cook.
  to: Anna
  shelf: schedule
  expires: 2026-04-30

2026-02-07 12:30 Anna disclosure ^how-1
  > I sleep badly before your Thursdays. I am telling you so that you know, not so that you fix it.
  to: Toby
  shelf: how I am

2026-02-07 17:10 Anna moment ^radio
  > He mended my radio with a butter knife. It finds one station now, and it is the right one.
  by: Toby
  to: Anna

2026-02-08 11:00 Anna boundary ^phone-table
  > Phones on the table while one of us is telling something.
  to: Toby
  subject: how we talk
  reason: I talk to the top of your head, and you to the top of mine.
  request: Could the phones lie in the hall while we eat?
  otherwise: I will stop in the middle of my sentence and wait.
  review: 2026-03-08

2026-02-08 11:20 Toby answer ^phone-yes
  > Yes. Mine too.
  to: Anna
  of: ^phone-table
  about: boundary
  reply: yes

2026-02-08 20:30 Toby session ^talk
  > The Thursdays
  to: Anna
  practice: talk
  repair: ^late

2026-02-08 20:32 Anna contribution ^talk-ready
  to: Toby
  session: ^talk
  step: ready
  choice: ready

2026-02-08 20:40 Toby contribution ^talk-said-1
  > When I see half past seven on the clock and the meeting still goes on, I feel caught. I say yes to you and yes to them, and the one who is not in the room loses. That has been you.
  to: Anna
  session: ^talk
  step: say

2026-02-08 20:46 Anna contribution ^talk-heard-1
  > You hear yourself say yes twice, and it is easier to let me down because I am not there to see it.
  to: Toby
  session: ^talk
  step: hear

2026-02-08 20:47 Toby contribution ^talk-yes-1
  to: Anna
  session: ^talk
  step: confirm
  choice: that-is-it

2026-02-08 20:48 Toby contribution ^talk-all-1
  to: Anna
  session: ^talk
  step: more
  choice: all

2026-02-08 20:50 Anna contribution ^talk-swap
  to: Toby
  session: ^talk
  step: turn
  choice: my-turn

2026-02-08 20:50 Toby moment ^listened-1
  > Anna asked what a tender is and then asked a second question. I talked for ten minutes.
  by: Anna
  to: Toby
  meaning: She put her book down, open, on its face. She never does that to a book.

2026-02-08 20:58 Anna contribution ^talk-said-2
  > I do not mind the hour. I mind standing in the kitchen deciding whether to be worried or cross. A line at seven would have spared me both.
  to: Toby
  session: ^talk
  step: say
  round: 1

2026-02-08 21:03 Toby contribution ^talk-heard-2
  > That I come late is one thing. That I leave you not knowing is the worse one.
  to: Anna
  session: ^talk
  step: hear
  round: 1

2026-02-08 21:04 Anna contribution ^talk-yes-2
  to: Toby
  session: ^talk
  step: confirm
  round: 1
  choice: that-is-it

2026-02-08 21:05 Anna contribution ^talk-all-2
  to: Toby
  session: ^talk
  step: more
  round: 1
  choice: all

2026-02-08 21:06 Toby contribution ^talk-on
  to: Anna
  session: ^talk
  step: turn
  round: 1
  choice: go-on

2026-02-08 21:10 Toby contribution ^talk-idea
  > An hour I can really keep on Thursdays, even if it is a late one.
  to: Anna
  session: ^talk
  step: ideas
  round: 1

2026-02-08 21:12 Anna contribution ^talk-idea-2
  > Eight is fine, if eight is eight.
  to: Toby
  session: ^talk
  step: ideas
  round: 1

2026-02-08 21:15 Anna contribution ^talk-close
  > The first talk about this in which neither of us looked at the clock.
  to: Toby
  session: ^talk
  step: close
  round: 1

2026-02-08 21:16 Toby contribution ^talk-close-2
  > She was not angry about the hour.
  to: Anna
  session: ^talk
  step: close
  round: 1

2026-02-08 21:35 Toby outcome ^same-day-3
  by: Anna
  to: Toby
  promise: ^same-day
  result: kept
  occurrence: 2026-02-08

# Sixth week: the better apology

2026-02-09 20:15 Anna map ^map-late
  > On Thursdays dinner is ready at seven and Toby comes at eight, without a word before.
  to: Toby
  repair: ^late
  typically: Thursdays, when the late meeting runs over.
  behind: He says yes to two rooms at once, and he does not like to be the one who gets up.
  remedy: Thursdays at eight instead of seven, and Priya takes the notes.
  review: 2026-03-02

2026-02-10 18:50 Anna outcome ^tue-4
  by: Toby
  to: Anna
  promise: ^tuesdays
  result: kept
  occurrence: 2026-02-10

2026-02-10 20:00 Anna observance ^phone-kept-1
  by: Toby
  to: Anna
  boundary: ^phone-table
  respect: honoured

2026-02-11 22:10 Anna outcome ^bins-4
  by: Toby
  to: Anna
  promise: ^bins-1
  result: kept
  occurrence: 2026-02-11

2026-02-12 17:40 Toby promise ^thursdays
  > On Thursdays I am home by eight, and we eat at a quarter past. Not seven: eight.
  to: Anna
  due: 2026-02-19 20:00 every week until 2026-03-26
  type: be there
  done-means: Home by eight. If the round runs over, I leave it at half past seven.
  plan-if: the round is not over at half past seven
  plan-then: I stand up, say goodbye and go; Priya takes the notes

2026-02-12 21:30 Toby apology ^sorry-2
  > Five times in four weeks I came late to a dinner I had said yes to, and three of those times I knew and did not say. You waited with food on the table and did not know whether to worry or to be angry. That was my doing. I have moved the promise to an hour that I can keep, and asked Priya to take the notes so that I can leave. On Saturday I would like to cook for the children next door, with the cake this time.
  to: Anna
  of: ^dinner-1, ^dinner-3, ^dinner-4, ^dinner-5, ^mine-1
  repair: ^late
  acknowledges: Late five times, and three times I knew and kept quiet. You waited without knowing.
  offers: Cooking for the children next door on Saturday, cake included.
  prevents: Thursdays at eight, leaving at half past seven whatever happens.
  promise: ^thursdays

2026-02-12 21:45 Toby amends ^cake
  > Dinner for the children next door, and the cake.
  to: Anna
  apology: ^sorry-2
  repair: ^late
  due: 2026-02-14

2026-02-13 07:40 Anna answer ^accepted-2
  > Yes. Especially that you say you knew.
  to: Toby
  of: ^sorry-2
  about: apology
  reply: accepted

2026-02-13 22:00 Anna check-in ^anna-rates-6 own
  about: Toby
  predictable: 50
  dependable: 47
  faith: 66

2026-02-13 22:10 Toby check-in ^toby-rates-2 own
  about: Anna
  predictable: 68
  dependable: 82
  faith: 66

2026-02-14 20:30 Anna completion ^cake-done
  > Two hours, flour on the ceiling, and they asked for seconds.
  by: Toby
  to: Anna
  amends: ^cake

2026-02-14 21:10 Anna moment ^ceiling
  > He stood on a chair to wipe flour off the lamp and bowed.
  by: Toby
  to: Anna

2026-02-15 10:00 Anna journal ^day-2 own
  > I noticed that I had not looked at the clock.
  day: good

2026-02-15 19:20 Toby breach ^eyes-2
  > I began to say something about my dad, and Anna said "not that again" to the kettle.
  by: Anna
  to: Toby
  type: dismissal
  weight: 4
  repair: ^listening

2026-02-15 21:40 Anna response ^differ-eyes-2
  > I meant the kettle, truly, it has been dripping for a week. But I did not ask afterwards what you were about to say.
  of: ^eyes-2
  stance: different

2026-02-15 22:10 Toby outcome ^same-day-4
  > Four things on one evening, and two were weeks old.
  by: Anna
  to: Toby
  promise: ^same-day
  result: broken
  occurrence: 2026-02-15

# Seventh week: it begins to hold

2026-02-17 18:52 Anna outcome ^tue-5
  by: Toby
  to: Anna
  promise: ^tuesdays
  result: kept
  occurrence: 2026-02-17

2026-02-18 21:30 Anna outcome ^bins-5
  by: Toby
  to: Anna
  promise: ^bins-1
  result: kept
  occurrence: 2026-02-18

2026-02-18 21:33 Anna moment ^scarf
  > He ran after the bus with my scarf this morning. The driver waited, and so did everyone on it.
  by: Toby
  to: Anna

2026-02-18 21:35 Anna promise ^ask-dad
  > I will ask about your dad on Sunday, and listen to the end.
  to: Toby
  due: 2026-02-22
  type: tell
  done-means: You say when it is the end.

2026-02-19 19:57 Anna outcome ^thu-1
  > Three minutes to spare.
  by: Toby
  to: Anna
  promise: ^thursdays
  result: kept
  occurrence: 2026-02-19

2026-02-19 21:00 Anna observance ^phone-kept-2
  by: Toby
  to: Anna
  boundary: ^phone-table
  respect: honoured

2026-02-20 22:15 Anna check-in ^anna-rates-7 own
  about: Toby
  predictable: 56
  dependable: 54
  faith: 68

2026-02-21 11:15 Anna breach ^hall
  > The hall has two new walls and two old ones, and the brush has dried in the tin.
  by: Toby
  to: Anna
  type: broken promise
  weight: 2
  repair: ^chores

2026-02-21 12:05 Toby response ^see-hall
  > I went to look for the ladder and never came back.
  of: ^hall
  stance: see

2026-02-21 14:30 Toby moment ^bench
  > We sat on the cold bench until the chips were gone, and she put her feet on my shoes.
  by: Anna
  to: Toby

2026-02-21 22:00 Anna wave ^wave-2 own
  > He was ten minutes in the shop and my stomach did the old thing. Nothing had happened. He was choosing mustard.
  of: ^late

2026-02-22 20:45 Toby outcome ^dad-asked
  > She asked. It took until the tea was cold.
  by: Anna
  to: Toby
  promise: ^ask-dad
  result: kept

2026-02-22 21:00 Toby moment ^tea
  > Anna listened to the whole of it and said "that sounds lonely". Nobody has called it that before.
  by: Anna
  to: Toby
  meaning: I had not called it that either.

2026-02-22 21:20 Toby outcome ^same-day-5
  by: Anna
  to: Toby
  promise: ^same-day
  result: kept
  occurrence: 2026-02-22

# Eighth week: a setback

2026-02-23 19:10 Toby boundary ^dad-stays
  > What I tell you about my dad stays between us.
  to: Anna
  subject: what I tell in confidence
  reason: I have only just found words for it, and they are not ready for other people.
  request: Would you let me be the one who tells?
  otherwise: I will keep the rest to myself for a while.
  review: 2026-03-30

2026-02-23 19:25 Anna answer ^dad-yes
  to: Toby
  of: ^dad-stays
  about: boundary
  reply: yes

2026-02-24 19:03 Anna outcome ^tue-6
  > Three past seven. Hardly worth writing.
  by: Toby
  to: Anna
  promise: ^tuesdays
  result: late
  occurrence: 2026-02-24
  minutes: 3

2026-02-25 22:40 Anna outcome ^bins-6
  by: Toby
  to: Anna
  promise: ^bins-1
  result: kept
  occurrence: 2026-02-25

2026-02-26 20:55 Anna breach ^thursday-lie
  > Five to nine. He said the train had stood at Clapham. There was no train standing anywhere; Priya wrote to me to ask whether he got home well after the drinks.
  by: Toby
  to: Anna
  type: white lie
  weight: 5
  repair: ^late
  promise: ^thursdays
  occurrence: 2026-02-26

2026-02-26 23:30 Anna journal ^day-3 own
  > Not the hour. The train.
  day: hard

2026-02-27 06:50 Toby response ^see-lie
  > There was no train. I stayed for one drink, then it was late, and I was afraid of your face. That is the whole of it.
  of: ^thursday-lie
  stance: see

2026-02-27 22:30 Anna check-in ^anna-rates-8 own
  about: Toby
  predictable: 36
  dependable: 30
  faith: 48

2026-02-28 09:00 Anna boundary ^no-stories
  > No made-up reasons, however small.
  to: Toby
  subject: how we talk
  reason: I can live with late. I can't live with checking.
  request: If you do not want to say why, would you say that?
  otherwise: I will not ask a second time, and I will eat at my sister's that evening.
  review: 2026-03-28

2026-02-28 10:30 Toby answer ^no-stories-yes
  to: Anna
  of: ^no-stories
  about: boundary
  reply: yes

2026-02-28 16:00 Anna turn ^late-rests
  > I need a week in which we do not work on this.
  repair: ^late
  step: rested

2026-03-01 18:00 Toby moment ^soup
  > She left soup for me with a note that said "just soup".
  by: Anna
  to: Toby

2026-03-01 21:45 Toby outcome ^same-day-6
  > She said it on the day. All of it, and only that.
  by: Anna
  to: Toby
  promise: ^same-day
  result: kept
  occurrence: 2026-03-01

2026-03-01 22:15 Toby journal ^toby-day-2 own
  > One drink was not the trouble. I wanted to be someone who can stay for one drink.
  day: hard

# Ninth week: slowly

2026-03-03 18:40 Anna outcome ^tue-7
  by: Toby
  to: Anna
  promise: ^tuesdays
  result: kept
  occurrence: 2026-03-03

2026-03-04 21:50 Anna outcome ^bins-7
  by: Toby
  to: Anna
  promise: ^bins-1
  result: kept
  occurrence: 2026-03-04

2026-03-04 23:00 Toby journal ^toby-day-3 own
  > Two lines to Anna before the meeting and one after it. They cost nothing. I wonder what I thought they cost.

2026-03-05 19:45 Anna outcome ^thu-3
  by: Toby
  to: Anna
  promise: ^thursdays
  result: kept
  occurrence: 2026-03-05

2026-03-05 20:30 Toby disclosure ^drinks-1
  > Team drinks are every fourth Thursday. I would like to go for one, and say so the day before.
  to: Anna
  shelf: schedule

2026-03-06 08:05 Toby promise ^true-reason
  > The true reason for being late, or the words "I do not want to say".
  to: Anna
  due: 2026-03-13 every week until 2026-04-10
  type: tell

2026-03-06 08:10 Toby apology ^sorry-3
  > I lied to you about the train. It was small and it was meant to spare me, not you. You had a week in which you could lean on what I say, and I took that away for the price of a drink. I will say the true reason, or say that I do not want to give one.
  to: Anna
  of: ^thursday-lie
  repair: ^late
  acknowledges: I lied about the train to spare myself your face, and it cost you the ease of believing me.
  offers: Asking whether there is anything else you want to know, and answering it.
  prevents: The true reason, or none.
  promise: ^true-reason

2026-03-06 21:40 Anna answer ^partly-3
  > In part. The words are right. I need to see some weeks of them.
  to: Toby
  of: ^sorry-3
  about: apology
  reply: partly

2026-03-06 22:30 Anna check-in ^anna-rates-9 own
  about: Toby
  predictable: 44
  dependable: 38
  faith: 54

2026-03-07 15:00 Anna turn ^late-again
  repair: ^late
  step: resumed

2026-03-07 19:30 Anna moment ^rain
  > Caught in the rain without a coat between us. He ran in circles instead of home.
  by: Toby
  to: Anna

2026-03-08 11:10 Toby promise ^cellar
  > The cellar is sorted: what is broken goes, what is lent goes back.
  to: Anna
  due: 2026-03-15
  type: do

2026-03-08 21:00 Anna correction ^dinner-3-better
  > I wrote half past seven as if we had agreed on it. I had told him "this evening". The hour was only in my head.
  of: ^dinner-3

2026-03-08 21:20 Toby outcome ^same-day-7
  by: Anna
  to: Toby
  promise: ^same-day
  result: kept
  occurrence: 2026-03-08

# Tenth week: the other way round

2026-03-09 18:30 Toby observance ^dad-told
  > Anna's sister asked me over the garden fence how my father was managing on his own.
  by: Anna
  to: Toby
  boundary: ^dad-stays
  respect: crossed
  weight: 4

2026-03-09 21:20 Anna promise ^yours-to-tell
  > I ask you before I tell anyone what you have told me.
  to: Toby
  due: 2026-03-15 every week until 2026-04-12
  type: hold back
  plan-if: someone asks me straight out
  plan-then: I say "ask Toby"

2026-03-09 21:30 Anna apology ^sorry-sister
  > I told my sister about your dad. I wanted advice, and I paid for it with something of yours. You had asked me for exactly this one thing. I will tell her that it was not mine to tell, and from now on I ask you first.
  to: Toby
  repair: ^listening
  acknowledges: I passed on what you had told me alone, two weeks after I had said yes to keeping it.
  offers: Telling my sister that it was not mine to tell.
  prevents: Asking you before I tell anyone.
  promise: ^yours-to-tell

2026-03-09 21:35 Anna amends ^tell-sister
  > Telling my sister that it was not mine to tell, and asking her to leave it there.
  to: Toby
  apology: ^sorry-sister
  repair: ^listening
  due: 2026-03-13

2026-03-10 07:30 Toby answer ^accepted-sister
  > Accepted. It helped that you did not explain her to me first.
  to: Anna
  of: ^sorry-sister
  about: apology
  reply: accepted

2026-03-10 18:58 Anna outcome ^tue-8
  by: Toby
  to: Anna
  promise: ^tuesdays
  result: kept
  occurrence: 2026-03-10

2026-03-11 22:05 Anna outcome ^bins-8
  > We were both at my sister's. I let this one go.
  by: Toby
  to: Anna
  promise: ^bins-1
  result: released
  occurrence: 2026-03-11

2026-03-12 19:50 Anna outcome ^thu-4
  by: Toby
  to: Anna
  promise: ^thursdays
  result: kept
  occurrence: 2026-03-12

2026-03-12 20:40 Anna moment ^thanks-1
  > He rang at six to say all was on time, though he did not have to.
  by: Toby
  to: Anna

2026-03-12 21:10 Toby completion ^sister-told
  > Her sister wrote to me, two lines, kind ones.
  by: Anna
  to: Toby
  amends: ^tell-sister

2026-03-13 18:15 Anna outcome ^true-1
  by: Toby
  to: Anna
  promise: ^true-reason
  result: kept
  occurrence: 2026-03-13

2026-03-13 22:20 Anna check-in ^anna-rates-10 own
  about: Toby
  predictable: 52
  dependable: 47
  faith: 60

2026-03-13 22:30 Toby check-in ^toby-rates-3 own
  about: Anna
  predictable: 72
  dependable: 84
  faith: 74

2026-03-14 10:30 Toby outcome ^cellar-moved
  > Sunday will not be enough for the cellar. I say so today and not on Monday.
  to: Anna
  promise: ^cellar
  result: renegotiated

2026-03-14 10:35 Toby promise ^cellar-half
  > Half of the cellar: the bikes and the boxes by the stairs.
  to: Anna
  due: 2026-03-22
  type: do
  instead-of: ^cellar

2026-03-14 20:10 Anna moment ^map
  > He has drawn a map of the cellar. There is a dragon where the paint tins are.
  by: Toby
  to: Anna

2026-03-15 13:00 Toby breach ^interrupt own
  > Anna finished my story for our friends, with a better ending than mine.
  by: Anna
  to: Toby
  type: dismissal
  weight: 2
  repair: ^listening

2026-03-15 20:20 Toby correction ^interrupt-back own
  > I told it to her at home. She laughed and said she had been nervous for me. I do not hold on to this one.
  of: ^interrupt
  withdrawn: yes

2026-03-15 21:10 Anna observance ^phone-crossed own
  > He looked at it under the table. I stopped in the middle of my sentence and waited; he laughed and put it in the hall.
  by: Toby
  to: Anna
  boundary: ^phone-table
  respect: crossed
  weight: 1

2026-03-15 21:40 Toby outcome ^yours-1
  by: Anna
  to: Toby
  promise: ^yours-to-tell
  result: kept
  occurrence: 2026-03-15

# Eleventh week: stories and their endings

2026-03-17 18:45 Anna outcome ^tue-9
  by: Toby
  to: Anna
  promise: ^tuesdays
  result: kept
  occurrence: 2026-03-17

2026-03-17 19:30 Anna promise ^ask-first
  > When you begin a story, I let you end it.
  to: Toby
  due: 2026-03-21 every week until 2026-04-11
  type: hold back
  plan-if: I know the ending
  plan-then: I put my hand on my own knee

2026-03-18 21:40 Toby breach ^reading-group
  > I had said that I would fetch Anna from her reading group. I remembered at the bus stop where she no longer was.
  to: Anna
  type: forgotten event

2026-03-18 21:55 Anna response ^see-reading-group
  > I walked. It was a fine night, and you rang from the bus stop and said it as it was.
  of: ^reading-group
  stance: see

2026-03-18 22:00 Anna outcome ^bins-9
  by: Toby
  to: Anna
  promise: ^bins-1
  result: kept
  occurrence: 2026-03-18

2026-03-19 19:40 Anna outcome ^thu-5
  by: Toby
  to: Anna
  promise: ^thursdays
  result: kept
  occurrence: 2026-03-19

2026-03-20 18:20 Anna outcome ^true-2
  by: Toby
  to: Anna
  promise: ^true-reason
  result: kept
  occurrence: 2026-03-20

2026-03-20 22:10 Anna check-in ^anna-rates-11 own
  about: Toby
  predictable: 60
  dependable: 56
  faith: 66

2026-03-21 23:15 Toby outcome ^story-ended
  > I got to my own last line.
  by: Anna
  to: Toby
  promise: ^ask-first
  result: kept
  occurrence: 2026-03-21

2026-03-21 23:30 Toby moment ^knee
  > I saw the hand on the knee. I nearly lost the thread from laughing.
  by: Anna
  to: Toby

2026-03-22 09:15 Anna keepsake ^kept-newsreader
  > "And now the weather, with feelings." Said by whoever is late with the tea.
  keeps: joke

2026-03-22 17:50 Anna outcome ^cellar-kept
  > I can see the floor.
  by: Toby
  to: Anna
  promise: ^cellar-half
  result: kept

2026-03-22 18:20 Anna moment ^sledge
  > We found the sledge from the first winter and sat on it in the cellar with the rest of the wine.
  by: Toby
  to: Anna
  meaning: Eleven years, and it still says "Toby's, do not touch".

2026-03-22 20:00 Toby request ^ask-away
  > Would you come with me to my father's in three weeks' time, for one night?
  to: Anna

2026-03-22 21:15 Toby outcome ^yours-2
  by: Anna
  to: Toby
  promise: ^yours-to-tell
  result: kept
  occurrence: 2026-03-22

# Twelfth week: mended, this one

2026-03-24 18:51 Anna outcome ^tue-10
  by: Toby
  to: Anna
  promise: ^tuesdays
  result: kept
  occurrence: 2026-03-24

2026-03-25 20:00 Toby disclosure ^drinks-2
  > Tomorrow: one drink with the team, and home at nine, not eight.
  to: Anna
  shelf: schedule
  expires: 2026-03-27

2026-03-25 21:45 Anna outcome ^bins-10
  by: Toby
  to: Anna
  promise: ^bins-1
  result: kept
  occurrence: 2026-03-25

2026-03-26 21:05 Anna outcome ^thu-6
  > He had said nine the day before, and nine it was. Late, and no trouble at all.
  by: Toby
  to: Anna
  promise: ^thursdays
  result: late
  occurrence: 2026-03-26
  minutes: 60
  told-before: yes

2026-03-27 18:30 Anna outcome ^true-3
  by: Toby
  to: Anna
  promise: ^true-reason
  result: kept
  occurrence: 2026-03-27

2026-03-27 22:00 Anna check-in ^anna-rates-12 own
  about: Toby
  predictable: 66
  dependable: 62
  faith: 72

2026-03-28 11:00 Anna observance ^no-stories-kept
  > Four weeks. "I dawdled", he said on Monday, and it was the plain truth.
  by: Toby
  to: Anna
  boundary: ^no-stories
  respect: honoured

2026-03-28 11:30 Anna turn ^late-mended
  > I still look at the clock sometimes. But I have stopped holding my breath.
  repair: ^late
  step: mended

2026-03-28 19:00 Toby moment ^toast
  > Anna made a toast with tea: to eight o'clock.
  by: Anna
  to: Toby

2026-03-29 03:15 Toby wave ^wave-3 own
  > Awake at a quarter past three, counting hours. The old fear of being the one who is waited for.

2026-03-29 10:30 Toby turn ^chores-rest
  > Half a cellar is enough for now.
  repair: ^chores
  step: rested

2026-03-29 12:00 Anna reaffirmation ^hold-1 own
  > I would rather be surprised at the table than right in the kitchen.

2026-03-29 18:00 Anna moment ^clock
  > Neither of us could say what time it was all day, and nobody was late for anything.
  by: Toby
  to: Anna

2026-03-29 18:30 Toby observance ^dad-kept
  > Her mother asked how he was, and Anna said "ask Toby". I told her, and it was all right.
  by: Anna
  to: Toby
  boundary: ^dad-stays
  respect: honoured

2026-03-29 21:00 Toby outcome ^yours-3
  by: Anna
  to: Toby
  promise: ^yours-to-tell
  result: kept
  occurrence: 2026-03-29

# Thirteenth week: and it goes on

2026-03-31 18:57 Anna outcome ^tue-11
  by: Toby
  to: Anna
  promise: ^tuesdays
  result: kept
  occurrence: 2026-03-31

2026-03-31 20:15 Toby promise ^fridays
  > Fridays I cook, and we eat at half past seven.
  to: Anna
  due: 2026-04-03 19:30 every week until 2026-06-26
  type: be there
  plan-if: the shop is shut
  plan-then: eggs

2026-04-01 12:10 Toby breach ^laughing-face
  > I told Anna that I have the fear again about the tender, and she sent back a laughing face. It was a bad day for it.
  by: Anna
  to: Toby
  type: dismissal
  weight: 2
  repair: ^listening

2026-04-01 22:20 Anna outcome ^bins-11
  by: Toby
  to: Anna
  promise: ^bins-1
  result: kept
  occurrence: 2026-04-01

2026-04-02 13:00 Anna disclosure ^money-1
  > The boiler: I have put four hundred pounds aside in three months, in the green account.
  to: Toby
  shelf: money

2026-04-03 18:35 Anna outcome ^true-4
  by: Toby
  to: Anna
  promise: ^true-reason
  result: kept
  occurrence: 2026-04-03

2026-04-03 19:32 Anna outcome ^fri-1
  > Two minutes. I waited with a fork in each hand.
  by: Toby
  to: Anna
  promise: ^fridays
  result: kept
  occurrence: 2026-04-03

2026-04-03 21:50 Toby keepsake ^kept-four-fridays
  > Nobody ate standing up this week.
  keeps: win

2026-04-03 22:05 Anna check-in ^anna-rates-13 own
  about: Toby
  predictable: 68
  dependable: 66
  faith: 74

2026-04-03 22:30 Toby check-in ^toby-rates-4 own
  about: Anna
  predictable: 74
  dependable: 84
  faith: 75

2026-04-03 22:40 Toby hours ^choir-hours
  > Choir. My phone stays in my coat.
  sort: private
  begins: 19:30
  ends: 21:30
  weekdays: wednesday

2026-04-04 10:10 Toby closing ^drinks-closed own
  of: ^drinks-1

2026-04-04 10:15 Toby promise ^garage
  > I ring the garage on Monday and tell you what it costs.
  to: Anna
  due: 2026-04-06
  type: tell

2026-04-04 22:30 Toby skip ^away
  > We are at my mother's that Wednesday; next door puts the bins out.
  promise: ^bins-1
  first: 2026-04-06
  last: 2026-04-12

2026-04-04 22:35 Anna looking-forward ^sea
  > The train along the coast, and chips on the wall.
  to: Toby
  day: 2026-04-18

2026-04-04 23:00 Toby outcome ^story-ended-2
  by: Anna
  to: Toby
  promise: ^ask-first
  result: kept
  occurrence: 2026-04-04

2026-04-05 16:40 Anna moment ^kite
  > He let go of the kite to catch my hat. We watched the kite for a long time.
  by: Toby
  to: Anna
  meaning: I would have chosen the kite. He chose the hat.
