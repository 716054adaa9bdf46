/**
 * What the name of a column says, in English and Chinese. Names are compared without case, spaces and signs: `Passenger
 * ID`, `passenger_id` and `PassengerId` are the same.
 */

/** A name as it is compared; `words` are its parts, also those that only a capital divides. */
function plainName(name: string): { readonly whole: string; readonly words: string[] } {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return { whole: words.join(''), words };
}

/** Names of what is predicted, the surest first. The first list names classes, the second also numbers. */
const classNames = [
  ...['label', 'labels', 'target', 'class', 'classes', 'y', '标签', '类别', '目标', '分类'],
  ...['species', 'survived', 'outcome', 'diagnosis', 'category', 'churn', 'exited', 'sentiment'],
  ...['spam', 'fraud', 'isfraud', 'approved', 'default', 'response', 'result', 'output'],
  ...['品种', '种类', '结果', '诊断', '情感', '是否', '输出'],
];
const numberNames = [
  ...['price', 'saleprice', 'cost', 'sales', 'revenue', 'income', 'charges', 'quality', 'score'],
  ...['mpg', 'milespergallon', 'consumption', 'demand', 'count', 'amount', 'yield', 'strength'],
  ...['价格', '房价', '销量', '销售额', '得分', '评分', '分数', '收入', '产量', '数值'],
];
const targetNames = [...classNames, ...numberNames];

/** How surely a name is that of what is predicted: 0 is the surest, null: it says nothing. */
export function targetRank(name: string): number | null {
  const { whole } = plainName(name);
  const exact = targetNames.indexOf(whole);
  if (exact >= 0) return exact;
  // Chinese names are put together: 鸢尾花品种.
  const part = targetNames.findIndex(
    (each) => /\p{Script=Han}/u.test(each) && whole.includes(each),
  );
  return part >= 0 ? part : null;
}

/** Whether a name is that of classes, so that whole numbers under it are class numbers. */
export function namesClasses(name: string): boolean {
  const rank = targetRank(name);
  return rank !== null && rank < classNames.length;
}

const idWords: ReadonlySet<string> = new Set([
  'id',
  'ids',
  'uuid',
  'guid',
  'key',
  'index',
  'no',
  'unnamed',
]);
const idNames = /^(编号|序号|学号|工号|身份证号?|主键|行号|.*编号)$/u;

const joinedIds =
  /(passenger|user|customer|client|row|product|order|item|record|sample|image|file|student|employee)id$/;

/** Whether a name is that of a number or text that only tells rows apart. */
export function namesId(name: string): boolean {
  const { whole, words } = plainName(name);
  const ends = [words[0] ?? '', words.at(-1) ?? ''];
  return ends.some((word) => idWords.has(word)) || joinedIds.test(whole) || idNames.test(whole);
}

const groupNames =
  /^(group|groupid|patient|patientid|subject|subjectid|user|userid|customerid|speaker|session|组|分组|患者|用户|说话人)$/u;

/** Whether a name is that of what rows belong together by. */
export function namesGroup(name: string): boolean {
  return groupNames.test(plainName(name).whole);
}

const weightNames = /^(weight|sampleweight|样本权重|权重)$/u;

/** Whether a name is that of how much a row counts. */
export function namesWeight(name: string): boolean {
  return weightNames.test(plainName(name).whole) && plainName(name).whole !== 'weight';
}
