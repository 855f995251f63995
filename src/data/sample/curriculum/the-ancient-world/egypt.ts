import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Egypt',
  type: 'chapter',
  weight: 0.7,
  estimatedDurationMinutes: 35,
  description:
    'A green ribbon through the desert fed one of the longest-lived states in history. You follow the river, the scribes and the pyramid builders, and meet two kings who both claim to have won.',
  prerequisites: ['Reading the past'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'What do we call the king of ancient Egypt, whom his people honored as a god on earth?',
      a: 'pharaoh',
      also: ['the pharaoh', 'pharao', 'pharoah', 'a pharaoh'],
      aliases: ['title of egyptian king'],
      hints: [
        'The title reaches us from Egyptian by way of the Bible.',
        'At first the word meant “great house”, the palace, just as people say “the White House” and mean a person.',
        'The word starts with “ph”, spoken like an f, and has two syllables.',
      ],
      why: 'People avoided the king’s name out of respect and spoke of the palace instead, until the word for the building became the word for the man (and now and then the woman) in it.',
      wrong: {
        emperor: 'That title belongs to Rome and to other empires. Egypt had a word of its own.',
        priest: 'Priests served the gods in the temples. This person stood above them.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Each summer the Nile rose over its banks. Why did Egyptian farmers hope for the flood instead of fearing it?',
      choices: [
        'It left dark mud on the fields',
        'It drove the wild animals and the snakes away',
        'It brought rain clouds to the desert',
      ],
      a: 'a',
      aliases: ['why was the nile flood good', 'how did the nile help farmers'],
      hints: [
        'Imagine the fields in the fall, when the river has gone back to its bed.',
        'A river in flood carries fine earth from the land upstream, and drops it where the water slows down.',
        'The Egyptians called their country “the black land”. Think about what made it black.',
      ],
      why: 'The flood watered and fertilized the fields in one go, every year. That is why people could farm the same narrow strip for 3,000 years.',
      wrong: {
        b: 'Perhaps for a few weeks, but that feeds nobody. What stays on the field when the water is gone?',
        c: 'It hardly ever rains in Egypt. The water came from far upstream.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'On our maps the south is at the bottom. Yet the south of the country was called Upper Egypt. Why?',
      choices: [
        'Because the people there were richer',
        'Because the Egyptians thought that the south was holy',
        'Because it was conquered first',
        'Because it lies upstream, on higher ground',
      ],
      a: 'd',
      aliases: ['why is upper egypt in the south', 'upper and lower egypt confusing'],
      hints: [
        'Forget the printed map and stand in a boat on the river.',
        'Rivers run downhill. The Nile runs from the heart of Africa to the Mediterranean Sea.',
        'Drop a stick into the river in the south and watch where it drifts: which of the two regions must be nearer to the mountains?',
      ],
      example:
        'In Germany, the land called Lower Saxony lies in the north, and Upper Bavaria in the far south. On the map this looks upside down. Look at the water instead: the Alps are in the south, the sea is in the north, and the rivers of Lower Saxony run north toward the coast. “Lower” was named after the flat land by the sea. Result: such names follow the height of the land, not the top and bottom edge of a sheet of paper.',
      why: 'For people who lived along a river, “up” meant against the current. North at the top of a map is only a habit of mapmakers.',
      wrong: {
        a: 'If anything the delta in the north had more farmland. Think of the river.',
        b: 'Holy places lay in both parts of the land. Think of how the river runs.',
        c: 'The name isn’t about rulers. It is about the shape of the land.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Only a small part of the Egyptians could read. Which of these tasks needed a trained scribe?',
      choices: [
        'Recording how much grain each village owed',
        'Writing down the will of a landowner',
        'Baking bread for the workers',
        'Keeping a list of the workers who were absent',
        'Towing a barge up the Nile',
      ],
      a: 'a,b,d',
      aliases: ['what did scribes do in egypt', 'jobs of an egyptian scribe'],
      hints: [
        'For each task ask: would it work without anything written?',
        'A state that collects taxes and pays workers runs on records.',
        'Two of the five need only skill and strong arms. Set those aside.',
      ],
      example:
        'Which jobs in a modern hospital need somebody who can read well: giving out medicine, mopping the floor, updating the patients’ files? Ask what would happen without written words. Medicine without the label could kill: reading is needed. The floor can be mopped after a spoken request. Files are nothing but written words. Result: medicine and files need a reader, and that is why such people are trained for years.',
      why: 'Taxes, wills and work lists only function if they outlast memory. Whoever could write stood between the king and everybody else, and paid less in sweat.',
      wrong: {
        'a,d': 'Both fit. But think of a family as well, at the moment when somebody’s land passes on to the children.',
        'a,b,c,d': 'One of yours was surely done by people who couldn’t write a word.',
        a: 'Taxes are a good start. Look for other tasks whose result has to outlast memory.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'In 1799 soldiers in Egypt found a block with the same text in three scripts, one of them Greek. It became the key to hieroglyphs. What is it called?',
      a: 'Rosetta Stone',
      also: ['the Rosetta Stone', 'Rosetta', 'stone of Rosetta'],
      aliases: ['how were hieroglyphs decoded', 'stone with three scripts'],
      hints: [
        'Like many finds, it bears the name of the place where it was discovered.',
        'The place is a harbor town in the Nile delta, called Rashid in Arabic.',
        'Europeans turned the name Rashid into an Italian-sounding word that begins with “Ros”.',
      ],
      example:
        'Suppose you find a sign with a line in English, “No dogs”, and below it a line in a script that you can’t read. On a second sign “No cars” stands above another such line. Both unknown lines begin with the same signs, so these probably stand for “no”. Names help even more, since they sound alike in every language. Result: a text that you can read opens one that you can’t, sign by sign.',
      why: 'Scholars could read the Greek, and so they knew what the other two texts said. Champollion started with royal names, whose sounds are alike in all languages.',
      wrong: {
        obelisk: 'Obelisks carry hieroglyphs too, but a text in one script can’t be its own key.',
        papyrus: 'That is a writing material. The key was carved in rock.',
      },
    }),
    story(
      'A guide tells her group: “Queen Cleopatra lived closer to our own time than to the building of the Great Pyramid.” Let us test that. The Great Pyramid was finished in about 2560 BCE. Cleopatra died in 30 BCE. For “our time” take the year 2020 CE.',
      [
        {
          level: 1,
          kind: 'number',
          q: 'How many years passed from the Great Pyramid to Cleopatra’s death?',
          a: '2530',
          unit: 'years',
          aliases: ['how long between the pyramids and cleopatra'],
          hints: [
            'Check first whether the two dates are on the same side of the turning point.',
            'Inside one era, a span of time is the difference of the two years.',
            'Take the later year, 30 BCE, away from the earlier one, 2560 BCE.',
          ],
          why: 'Both dates are BCE, so 2560 − 30 = 2530. To Cleopatra, the pyramids were already ruins from a distant past.',
          wrong: {
            2590: 'You added. That would be right if one of the dates were CE, apart from the missing year zero.',
            2529: 'There is no turning point in between, so no year is missing here.',
          },
        },
        {
          level: 2,
          kind: 'number',
          q: 'How many years passed from Cleopatra’s death to 2020?',
          a: '2049',
          unit: 'years',
          aliases: ['how long ago did cleopatra live'],
          hints: [
            'This time, look at the letters after the two years.',
            'You cross from BCE to CE, and the calendar has no year zero.',
            'Add the two years and then correct the sum for the year that doesn’t exist.',
          ],
          example:
            'How long ago, in 2020, was 44 BCE, when Julius Caesar was murdered? The span crosses the turning point, so the two parts are added: 44 + 2020 = 2064. This counts a year zero between 1 BCE and 1 CE, but the calendar has none, so one year has to come off: 2064 − 1 = 2063. Result: 2,063 years.',
          why: '30 + 2020 − 1 = 2049: across the turning point you add, and then take off the year zero that never was.',
          wrong: {
            2050: 'Nearly: your sum counts a year zero.',
            1990: 'You subtracted, but the two dates are on different sides of the turning point.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'So the guide is right. By how many years was Cleopatra closer to 2020 than to the Great Pyramid?',
          a: '481',
          unit: 'years',
          aliases: ['compare two time spans'],
          hints: [
            'You don’t need the dates any more, only your two results.',
            '“Closer by how much” asks for the difference of two distances in time.',
            'Take the shorter span, up to 2020, away from the longer one, back to the pyramid.',
          ],
          example:
            'Was a man who died in 1900 closer to the French Revolution of 1789 or to the year 2000? First the two spans: 1900 − 1789 = 111 years, and 2000 − 1900 = 100 years. The shorter span is the second, so he was closer to the year 2000. By how much? Take the difference of the spans: 111 − 100 = 11. Result: he was closer to the year 2000, by 11 years.',
          why: '2530 − 2049 = 481. “Ancient Egypt” is not one moment: it lasted so long that its own later people visited the pyramids as tourists.',
          wrong: {
            4579: 'That is the sum of both spans, the whole way from the pyramid to 2020.',
            480: 'One of your two spans is off by a year. Did you take off the year zero?',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'number',
      q: 'The Great Pyramid has about 2,300,000 blocks and was built in about 20 years. If people worked on all 365 days of the year, about how many blocks did they set each day? (Round to a whole number.)',
      a: '315',
      tolerance: 0.02,
      unit: 'blocks',
      aliases: ['how many stones a day for the pyramid'],
      hints: [
        'You know the number for the whole time. How many days is that?',
        'A rate “for each day” is the total divided by the number of days.',
        '20 years of 365 days make 7,300 days. Share the blocks out among them.',
      ],
      example:
        'A canal of 90 kilometers was dug in 6 years, with 300 working days a year. How many meters a day is that? The time in days: 6 × 300 = 1,800 days. The length in meters: 90 × 1,000 = 90,000 m. Share the length out among the days: 90,000 ÷ 1,800 = 50. Result: they dug 50 meters a day. Such a rate helps us to judge whether a number from a source is believable at all.',
      why: '2,300,000 ÷ 7,300 ≈ 315, or about one block every two minutes in a ten-hour day. Only a well-organized state could keep up such a pace for years.',
      wrong: {
        115000: 'That is the number for a year. Go one step further, to a single day.',
        6301: 'You divided by 365 alone. The work lasted for more than one year.',
      },
    }),
    item({
      level: 3,
      kind: 'text',
      q: 'Egyptian officials measured the height of each flood on stairs by the river. The height told them how much tax the farmers could pay months later. Why? Answer in one sentence.',
      a: 'The height of the flood predicts the size of the harvest',
      also: [
        'because the flood decides how good the harvest will be',
        'a higher flood means a bigger harvest',
        'the flood tells how much grain will grow',
        'more flood means more crops',
        'the harvest depends on the flood',
        'good flood, good harvest',
      ],
      aliases: ['what was a nilometer for', 'why did they measure the nile'],
      hints: [
        'Taxes were paid in grain, not in coins.',
        'Look for a chain of causes: water on the field, then something else, and finally grain in the state’s barns.',
        'Picture a field after a low flood and one after a good flood. How will they differ in spring?',
      ],
      example:
        'A modern town in the mountains measures the snow each March and then decides how many swimming pools may be filled in August. Why? The link is a chain: the snow melts slowly, the melted snow fills the lake, and the lake is the town’s water supply in summer. So a number in March tells the town something about August. Result: the depth of the snow predicts how much water there will be.',
      why: 'More flooded land and more mud meant more grain. The officials had found an early sign for something months ahead, and made a policy out of it.',
      wrong: {
        'The king was the owner of the river':
          'He may have claimed that, but then the height would not matter. What does the height change on the fields?',
        'So that people could flee from the flood':
          'The question is about taxes months later, when the water is long gone.',
      },
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'Near the pyramids of Giza, archaeologists found a workers’ town: bakeries, many cattle bones, healed fractures on skeletons and workers’ tombs close to the king’s. Which older belief does this weaken?',
      choices: [
        'That the pyramids were built as tombs for the kings',
        'That the builders were slaves who were barely fed',
        'That thousands of people worked at the pyramids at once',
        'That the builders had only copper tools and ramps',
      ],
      a: 'b',
      aliases: ['who built the pyramids', 'were the pyramids built by slaves'],
      hints: [
        'Take each find and ask how its owner must have been treated.',
        'Evidence weakens a belief if it is hard to explain as long as the belief is true.',
        'Think of the beef, the doctors and the place of honor for the graves. For which belief are these a surprise?',
      ],
      example:
        'People say that a certain shipwreck was a pirate ship. Divers find school books, hymn books and dozens of children’s shoes, but no weapons. Which belief becomes weaker? If she were a pirate ship, we would expect weapons and hardly any children’s shoes. The finds are hard to explain that way, and easy to explain if families were traveling. Result: the pirate story is weakened, while the belief that she sank in a storm isn’t touched by these finds.',
      why: 'Meat, medical care and graves of honor point to organized laborers whom the state valued. Many were probably farmers on labor duty, which was not free choice either.',
      wrong: {
        a: 'Nothing here speaks against tombs. Which belief is about how the builders lived?',
        c: 'A whole town with bakeries supports that number. Look for the belief that gets into trouble.',
        d: 'The finds in the list say nothing about tools.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'On his temple walls, Ramesses II shows the battle of Kadesh (about 1274 BCE) as his personal triumph over the Hittites. Hittite tablets say that the Egyptians had to withdraw and that the land around Kadesh stayed Hittite. Some 15 years later both kings made a treaty as equals. Which conclusion is best supported?',
      choices: [
        'The Egyptians won clearly, since their pictures come from that time',
        'The Hittites invented the battle',
        'Neither side beat the other decisively, though each presented it as a success',
        'We can’t know anything about the battle',
      ],
      a: 'c',
      aliases: ['who won the battle of kadesh', 'two sources that contradict each other'],
      hints: [
        'Both accounts come from rulers with an audience at home. Is there a third piece of evidence?',
        'What people do later can be better evidence than what they boast: an action costs something.',
        'Suppose one side had crushed the other. Would it then sign a treaty between equals?',
      ],
      example:
        'Two phone companies end a court case. One announces: “A great victory!” So does the other. In the settlement that both signed, each pays its own costs and neither gets any money. What follows? Their statements cancel out, because both want to please customers. The settlement is different: it binds both and costs both. A clear winner would hardly have agreed to get nothing. Result: the case probably ended in a draw.',
      why: 'Where boasts contradict each other, look for something that both sides had to agree on. Here the treaty is that anchor.',
      wrong: {
        a: 'Pictures from the time are primary sources, but these were ordered by one of the fighters. Use the treaty.',
        b: 'Both sides write about the battle independently. That is strong evidence that it took place.',
        d: 'Too pessimistic: some points don’t depend on either king’s word.',
      },
    }),
    testItem({
      level: 1,
      kind: 'text',
      q: 'The Egyptians made a writing material from the stems of a plant that grows by the Nile. What is it called?',
      a: 'papyrus',
      also: ['papyri', 'papyrus scrolls', 'papyrus sheets'],
      hints: [
        'It was made from reed stems, cut into strips, laid crosswise and pressed.',
        'Our own word for the thin sheets in your notebook comes from its name.',
        'Start from the English word for those sheets: the ancient name begins with the same three letters and ends in -us.',
      ],
      why: 'It was light and could be rolled up, so a whole archive fit in a jar. In the dry sand some sheets have survived for 4,000 years.',
      wrong: {
        parchment: 'That is made from animal skins and became common later.',
        paper: 'A later invention from China, made of pulp. Here stems were laid crosswise and pressed.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'The young king Tutankhamun was buried in about 1323 BCE. His tomb was opened in 1922 CE. How many years had it been closed?',
      a: '3244',
      unit: 'years',
      hints: [
        'Check whether the span crosses the turning point between the eras.',
        'Across the turning point you add the two years, but there was no year zero.',
        'Start from 1323 + 1922, and correct this sum by the year that the calendar skips.',
      ],
      example:
        'A grave was closed in 800 BCE and opened in 1950 CE. How long was it closed? The span crosses from BCE to CE, so the parts are added: 800 + 1950 = 2750. This sum counts a year zero that doesn’t exist. Take it off: 2750 − 1 = 2749. Result: the grave was closed for 2,749 years.',
      why: '1323 + 1922 − 1 = 3244. For more than three thousand years the sand kept a secret that thieves would have emptied in a night.',
      wrong: {
        3245: 'Your sum includes a year zero.',
        599: 'You subtracted. But one date is BCE and the other CE.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'The Nile flows north, while the wind in Egypt mostly blows from the north. How did this help to hold the country together?',
      choices: [
        'Ships could drift down the river, and sail back up with the wind',
        'Enemies could not enter the country by land',
        'The wind cooled the fields, so the harvest was larger',
        'Rain clouds were blown into the desert',
      ],
      a: 'a',
      hints: [
        'Imagine that you carry orders from the king to the south and bring grain back.',
        'A long country stays one country if people, orders and goods can move in both directions.',
        'With the current alone you get north. Now the return trip: what pushes the boat?',
      ],
      example:
        'A valley town in the mountains has a strong wind that blows up the valley each afternoon and down the valley each night. Glider pilots use both: in the afternoon they fly up the valley, and before sunrise they come back. Because of the two winds, nobody needs an engine, and people from both ends of the valley meet every day. Result: two opposite natural forces make a two-way street.',
      why: 'River and wind push in opposite directions, so one long road ran through the whole country in both directions, free of charge. Officials, soldiers and grain could reach any village.',
      wrong: {
        b: 'The deserts helped with that. The question is about the river and the wind together.',
        c: 'Cooling wouldn’t bind the north to the south. Think of movement.',
        d: 'Hardly any rain falls in Egypt. Think of who or what travels on the river.',
      },
    }),
  ],
};
