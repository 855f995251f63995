/** How many problems and questions of each file or package are taken, and why how many are not. */
export type Expected = [problems: number, questions: number, notTaken: Record<string, number>];

export const EXPECTED: Readonly<Record<string, Expected>> = {
  'common-cartridge/canvas_large_1.3.imscc': [
    62,
    66,
    {
      'it holds no question': 2,
      'it is only a text, without a question': 10,
      'it asks for a text that a person must mark, and has no model answer': 2,
      'it is answered with a file': 1,
      'only questions are taken from a package': 7,
    },
  ],
  'common-cartridge/canvas_small_1.1.corrupt.imscc': [
    0,
    0,
    {
      'the manifest names it, and the package does not hold it': 2,
      'only questions are taken from a package': 5,
    },
  ],
  'common-cartridge/canvas_small_1.1.imscc': [
    11,
    11,
    {
      'only questions are taken from a package': 5,
    },
  ],
  'instructure-qti/all_canvas_simple_1.2.xml': [
    9,
    14,
    {
      'it asks for a text that a person must mark, and has no model answer': 1,
    },
  ],
  'instructure-qti/canvas_cartridge': [
    9,
    11,
    {
      'it asks for a text that a person must mark, and has no model answer': 1,
      'it is answered with a file': 1,
      'it is only a text, without a question': 1,
      'only questions are taken from a package': 1,
    },
  ],
  'instructure-qti/edge_cases_1.2.xml': [4, 5, {}],
  'instructure-qti/feedback_quiz_1.2.xml': [
    2,
    2,
    {
      'it asks for a text that a person must mark, and has no model answer': 1,
    },
  ],
  'instructure-qti/imsqti_2.2_package': [1, 1, {}],
  'instructure-qti/interaction_checks_1.2.xml': [
    8,
    9,
    {
      'its answer is not among its choices': 1,
      'it asks for a text that a person must mark, and has no model answer': 1,
    },
  ],
  'instructure-qti/items_1.2': [
    36,
    51,
    {
      'it is damaged at line 45, column 9: unexpected close tag': 3,
      'it only refers to a question of a bank; questions are taken from the bank itself': 1,
      'it is answered by a click on a picture': 4,
      'its answer 100.1234 is outside of the numbers that it takes, 999.995 to 1000.005': 1,
      'its picture … is not in the package': 5,
      'it does not say which answer is right': 1,
      'it asks for a text that a person must mark, and has no model answer': 2,
      'two of its numbers stand side by side without a sign': 1,
      'its answer “1*10^1” is no plain number': 1,
      'one of its gaps is marked by a pattern and not by an answer': 1,
      'it is only a text, without a question': 3,
      'it is answered with a file': 2,
    },
  ],
  'instructure-qti/items_2.1': [
    7,
    17,
    {
      'its picture … is not in the package': 1,
      'it asks for a text that a person must mark, and has no model answer': 2,
    },
  ],
  'instructure-qti/items_2.2': [
    29,
    45,
    {
      'it is damaged at line 18, column 45: attribute without value': 1,
      'its text or its numbers are made anew by a program for each pupil': 8,
      'its questions appear one after the other, as the answers before them decide': 2,
      'its choices are pictures without a description': 1,
      'it is answered with a drawing': 1,
      'it asks for a text that a person must mark, and has no model answer': 4,
      'it is answered by lines on a picture': 1,
      'it is answered by moving things onto a picture': 3,
      'it is answered by clicks on a picture': 1,
      'it is answered by a click on a picture': 2,
      'it does not say which answer is right': 1,
      'it shows a film or a sound': 1,
      'its picture is of the kind image/svg+xml; PNG, JPEG, GIF and WebP are taken': 1,
      'it is answered with a file': 2,
    },
  ],
  'instructure-qti/mathml': [2, 2, {}],
  'instructure-qti/no_assessment_xml': [
    0,
    0,
    {
      'it does not say which answer is right': 1,
    },
  ],
  'instructure-qti/package_shared': [
    0,
    0,
    {
      'the manifest names it, and the package does not hold it': 1,
      'it is answered by a click on a picture': 1,
      'it is answered by clicks on a picture': 1,
      'only questions are taken from a package': 1,
    },
  ],
  'instructure-qti/test_imscc_canvas': [
    0,
    0,
    {
      'it asks for a text that a person must mark, and has no model answer': 2,
      'only questions are taken from a package': 1,
    },
  ],
  'instructure-qti/test_qti_1.2': [5, 5, {}],
  'instructure-qti/test_qti_1.2.zip': [3, 3, {}],
  'instructure-qti/test_qti_1.2_bank_entry_item': [
    0,
    0,
    {
      'it only refers to a question of a bank; questions are taken from the bank itself': 1,
    },
  ],
  'instructure-qti/test_qti_1.2_canvas': [
    3,
    3,
    {
      'it asks for a text that a person must mark, and has no model answer': 1,
      'only questions are taken from a package': 1,
    },
  ],
  'instructure-qti/test_qti_1.2_canvas_extended_1': [
    0,
    0,
    {
      'it holds no question': 1,
      'only questions are taken from a package': 1,
    },
  ],
  'instructure-qti/test_qti_1.2_canvas_extended_2': [
    0,
    0,
    {
      'it holds no question': 1,
      'only questions are taken from a package': 1,
    },
  ],
  'instructure-qti/test_qti_1.2_multi': [
    0,
    0,
    {
      'it asks for a text that a person must mark, and has no model answer': 2,
      'only questions are taken from a package': 1,
    },
  ],
  'instructure-qti/test_qti_2.1': [
    3,
    3,
    {
      'its picture … is no PNG, JPEG, GIF or WebP': 1,
      'it asks for a text that a person must mark, and has no model answer': 1,
    },
  ],
  'instructure-qti/test_qti_2.1.zip': [
    3,
    3,
    {
      'its picture … is no PNG, JPEG, GIF or WebP': 1,
      'it asks for a text that a person must mark, and has no model answer': 1,
    },
  ],
  'instructure-qti/test_qti_2.1_taxonpath': [
    0,
    0,
    {
      'the manifest names it, and the package does not hold it': 1,
    },
  ],
  'instructure-qti/test_qti_2.2': [
    5,
    6,
    {
      'it asks for a text that a person must mark, and has no model answer': 1,
    },
  ],
  'instructure-qti/test_qti_2.2.zip': [
    3,
    3,
    {
      'its questions appear one after the other, as the answers before them decide': 1,
      'it asks for a text that a person must mark, and has no model answer': 1,
    },
  ],
  'instructure-qti/test_with_comments': [
    1,
    1,
    {
      'only questions are taken from a package': 1,
    },
  ],
  'instructure-qti/tests': [
    11,
    18,
    {
      'it is a package in a package; import its folder by itself': 1,
      '… refers to it, and the package does not hold it': 115,
      'its text or its numbers are made anew by a program for each pupil': 2,
      'its questions appear one after the other, as the answers before them decide': 1,
      'its choices are pictures without a description': 2,
      'it is answered by a click on a picture': 1,
      'what is right in one of its places depends on what stands in another': 1,
      'it is only a text, without a question': 3,
    },
  ],
  'instructure-qti/unsupported_version': [0, 0, {}],
  'instructure-qti/with_banks': [
    4,
    4,
    {
      'it is only a text, without a question': 1,
      'it asks for a text that a person must mark, and has no model answer': 1,
    },
  ],
};

/** Kind, key and number of choices of each question, read against the source. */
export const SAMPLES: Readonly<Record<string, [kind: string, answer: string, choices: number][]>> = {
  'instructure-qti/items_2.2/match2.xml': [
    ['choice', 'a', 4],
    ['choice', 'b', 4],
    ['choice', 'c', 4],
    ['choice', 'd', 4],
  ],
  'instructure-qti/items_2.2/gap_match.xml': [
    ['choice', 'a', 4],
    ['choice', 'c', 4],
  ],
  'instructure-qti/items_2.2/order.xml': [
    ['choice', 'c', 3],
    ['choice', 'a', 3],
  ],
  'instructure-qti/items_2.2/slider.xml': [['number', '16', 0]],
  'instructure-qti/items_2.2/hottext.xml': [['choice', 'b', 5]],
  'instructure-qti/items_2.2/inline_choice_math.xml': [['choice', 'b', 3]],
  'instructure-qti/items_2.2/Example03-feedbackBlock-solution.xml': [['number', '7.389', 0]],
  'instructure-qti/items_1.2/numeric_exact_match.xml': [
    ['number', '1234', 0],
    ['number', '4321', 0],
  ],
  'instructure-qti/items_1.2/multiple_answer.xml': [['several choices', 'a,c,d,g', 7]],
  'instructure-qti/items_1.2/categorization.xml': [
    ['several choices', 'c,f', 6],
    ['several choices', 'b,d', 6],
  ],
  'instructure-qti/items_1.2/nq_multiple_fib_answer_types.xml': [
    ['choice', 'a', 3],
    ['choice', 'b', 2],
    ['choice', 'a', 2],
  ],
  'instructure-qti/with_banks': [
    ['several choices', 'a,b', 2],
    ['choice', 'a', 2],
    ['choice', 'a', 2],
    ['choice', 'a', 2],
  ],
  'instructure-qti/tests/interactionmix_saxony_v3/TextEntrynumeric_770468849.xml': [['number', '4.136', 0]],
};
