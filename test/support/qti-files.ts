/** Documents of QTI that tests write by hand. */

export const v1 = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">${body}</questestinterop>`;

interface Choice1 {
  ident?: string;
  title?: string;
  type?: string;
  text?: string;
  choices?: Record<string, string>;
  /** Respconditions. */
  processing?: string;
  cardinality?: string;
  after?: string;
}

/** A question with choices in QTI 1.2; the first is right unless the processing says otherwise. */
export function item1({
  ident = 'q1',
  title = 'Question',
  type = 'multiple_choice_question',
  text = 'What is 2 + 2?',
  choices = { a: '4', b: '5' },
  cardinality = 'Single',
  ...rest
}: Choice1 = {}): string {
  const [first = ''] = Object.keys(choices);
  const labels = Object.entries(choices).map(
    ([key, words]) =>
      `<response_label ident="${key}"><material><mattext texttype="text/html"><![CDATA[${words}]]></mattext></material></response_label>`,
  );
  return `<item ident="${ident}" title="${title}"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>
    <fieldentry>${type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
    <presentation><material><mattext texttype="text/html"><![CDATA[<p>${text}</p>]]></mattext></material>
    <response_lid ident="r" rcardinality="${cardinality}"><render_choice>${labels.join('')}</render_choice></response_lid></presentation>
    <resprocessing><outcomes><decvar varname="SCORE"/></outcomes>${rest.processing ?? scores(equals('r', first))}</resprocessing>${rest.after ?? ''}</item>`;
}

/** A question that is answered by typing, in QTI 1.2. */
export const typed1 = (
  processing: string,
  { ident = 't1', type = 'short_answer_question', text = 'Type it.', fib = '' } = {},
): string =>
  `<item ident="${ident}" title="Question"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry>
   </qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext>${text}</mattext></material>
   <response_str ident="r" rcardinality="Single"><render_fib ${fib}><response_label ident="l"/></render_fib></response_str></presentation>
   <resprocessing>${processing}</resprocessing></item>`;

export const equals = (ident: string, value: string): string => `<varequal respident="${ident}">${value}</varequal>`;

export const scores = (condition: string, { points = 100, action = 'Set', feedback = '', keep = 'No' } = {}): string =>
  `<respcondition continue="${keep}"><conditionvar>${condition}</conditionvar><setvar varname="SCORE" action="${action}">${points}</setvar>
   ${feedback && `<displayfeedback feedbacktype="Response" linkrefid="${feedback}"/>`}</respcondition>`;

export const feedback1 = (ident: string, text: string): string =>
  `<itemfeedback ident="${ident}"><flow_mat><material><mattext texttype="text/html"><![CDATA[${text}]]></mattext></material></flow_mat></itemfeedback>`;

/** An item of QTI 2.x with these declarations, body and processing. */
export const item2 = (
  declarations: string,
  body: string,
  after = '',
  attributes = 'identifier="i" title="An item"',
): string =>
  `<?xml version="1.0" encoding="UTF-8"?><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" ${attributes} adaptive="false" timeDependent="false">
   ${declarations}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><itemBody>${body}</itemBody>${after}</assessmentItem>`;

export const declared = (
  values: readonly string[],
  { id = 'RESPONSE', cardinality = 'single', type = 'identifier', mapping = '' } = {},
): string =>
  `<responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${type}">
   ${values.length > 0 ? `<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>` : ''}${mapping}</responseDeclaration>`;

export const choices2 = (
  choices: Record<string, string>,
  { prompt = 'Which?', id = 'RESPONSE', most = 1 } = {},
): string =>
  `<choiceInteraction responseIdentifier="${id}" maxChoices="${most}"><prompt>${prompt}</prompt>${Object.entries(
    choices,
  )
    .map(([key, text]) => `<simpleChoice identifier="${key}">${text}</simpleChoice>`)
    .join('')}</choiceInteraction>`;

interface Manifest {
  identifier?: string;
  title?: string;
  rights?: string;
  resources: string;
  organization?: string;
  schema?: string;
}

export const manifest = ({
  identifier = 'i0123456789abcdef0123456789abcdef',
  title = 'Numbers',
  rights = '',
  resources,
  organization = '',
  schema = 'IMS Content',
}: Manifest): string =>
  `<?xml version="1.0"?><manifest identifier="${identifier}" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:l="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
   <metadata><schema>${schema}</schema><schemaversion>1.1.0</schemaversion><l:lom><l:general><l:title><l:string>${title}</l:string></l:title></l:general>
   ${rights && `<l:rights><l:description><l:string>${rights}</l:string></l:description></l:rights>`}</l:lom></metadata>
   <organizations><organization>${organization}</organization></organizations><resources>${resources}</resources></manifest>`;

export const resource = (id: string, href: string, type = 'imsqti_xmlv1p2'): string =>
  `<resource identifier="${id}" type="${type}" href="${href}"><file href="${href}"/></resource>`;
