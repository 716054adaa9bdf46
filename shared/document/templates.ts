import blank from '../../resources/examples/blank.json';
import carsRegression from '../../resources/examples/cars-regression.json';
import cifar10Cnn from '../../resources/examples/cifar10-cnn.json';
import drawings from '../../resources/examples/drawings.json';
import mnistCnn from '../../resources/examples/mnist-cnn.json';
import mnistMlp from '../../resources/examples/mnist-mlp.json';
import penguins from '../../resources/examples/penguins.json';
import playgroundSpiral from '../../resources/examples/playground-spiral.json';
import sineForecast from '../../resources/examples/sine-forecast.json';
import spamLstm from '../../resources/examples/spam-lstm.json';
import tableBinary from '../../resources/examples/table-binary.json';
import textLstm from '../../resources/examples/text-lstm.json';
import twoInputs from '../../resources/examples/two-inputs.json';
import type { StrataDocument } from '#shared/document/document.ts';
import { newDocumentId } from '#shared/document/ids.ts';
import { documentSchema } from '#shared/document/schema.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import { architectures } from '#shared/templates/index.ts';

/** Sections of the gallery. */
export type TemplateCategory = 'images' | 'tables' | 'text' | 'series' | 'architectures' | 'other';

/** One network to start from; its document is a file in resources/examples, or written by code in shared/templates. */
export interface Template {
  readonly id: string;
  readonly title: LocalText;
  /** One short sentence. */
  readonly doc: LocalText;
  readonly category: TemplateCategory;
  readonly document: StrataDocument;
}

/** The gallery, in its order. */
export const templates: readonly Template[] = [
  {
    id: 'mnist-cnn',
    title: { en: 'MNIST CNN', 'zh-CN': 'MNIST 卷积网络' },
    doc: { en: 'Reads handwritten digits', 'zh-CN': '识别手写数字' },
    category: 'images',
    document: documentSchema.parse(mnistCnn),
  },
  {
    id: 'mnist-mlp',
    title: { en: 'MNIST MLP', 'zh-CN': 'MNIST 多层感知机' },
    doc: { en: 'Reads handwritten digits without convolutions', 'zh-CN': '不用卷积识别手写数字' },
    category: 'images',
    document: documentSchema.parse(mnistMlp),
  },
  {
    id: 'cifar10-cnn',
    title: { en: 'CIFAR-10 CNN', 'zh-CN': 'CIFAR-10 卷积网络' },
    doc: { en: 'Tells ten kinds of things apart in photos', 'zh-CN': '区分照片中的十类物体' },
    category: 'images',
    document: documentSchema.parse(cifar10Cnn),
  },
  {
    id: 'drawings',
    title: { en: 'Your drawings', 'zh-CN': '手绘识别' },
    doc: { en: 'Tells your own drawings apart', 'zh-CN': '区分您亲手画的图' },
    category: 'images',
    document: documentSchema.parse(drawings),
  },
  {
    id: 'table-binary',
    title: { en: 'Table, yes or no', 'zh-CN': '表格二分类' },
    doc: { en: 'Predicts yes or no from 8 columns', 'zh-CN': '由 8 列数据预测“是或否”' },
    category: 'tables',
    document: documentSchema.parse(tableBinary),
  },
  {
    id: 'penguins',
    title: { en: 'Penguins', 'zh-CN': '企鹅分类' },
    doc: { en: 'Tells three species apart by their measures', 'zh-CN': '由测量数据区分三种企鹅' },
    category: 'tables',
    document: documentSchema.parse(penguins),
  },
  {
    id: 'cars-regression',
    title: { en: 'Fuel consumption', 'zh-CN': '汽车油耗' },
    doc: { en: 'Predicts miles per gallon of a car', 'zh-CN': '预测汽车每加仑行驶的英里数' },
    category: 'tables',
    document: documentSchema.parse(carsRegression),
  },
  {
    id: 'two-inputs',
    title: { en: 'Two inputs', 'zh-CN': '双输入网络' },
    doc: { en: 'Two branches that meet before the answer', 'zh-CN': '两条分支汇合后得出答案' },
    category: 'tables',
    document: documentSchema.parse(twoInputs),
  },
  {
    id: 'text-lstm',
    title: { en: 'LSTM text classifier', 'zh-CN': 'LSTM 文本分类' },
    doc: { en: 'Is a text for or against?', 'zh-CN': '判断文本是赞成还是反对' },
    category: 'text',
    document: documentSchema.parse(textLstm),
  },
  {
    id: 'spam-lstm',
    title: { en: 'Spam mail', 'zh-CN': '垃圾邮件识别' },
    doc: {
      en: 'Reads mails word by word: spam or not?',
      'zh-CN': '逐词阅读邮件，判断是否垃圾邮件',
    },
    category: 'text',
    document: documentSchema.parse(spamLstm),
  },
  {
    id: 'sine-forecast',
    title: { en: 'Forecast of a series', 'zh-CN': '序列预测' },
    doc: {
      en: 'Predicts the next value of a wave with noise',
      'zh-CN': '预测带噪声的波的下一个值',
    },
    category: 'series',
    document: documentSchema.parse(sineForecast),
  },
  {
    id: 'playground-spiral',
    title: { en: 'Spiral playground', 'zh-CN': '螺旋线游乐场' },
    doc: { en: 'Separates two spiral arms of points', 'zh-CN': '把两条螺旋臂上的点分开' },
    category: 'other',
    document: documentSchema.parse(playgroundSpiral),
  },
  ...architectures,
  {
    id: 'blank',
    title: { en: 'Empty network', 'zh-CN': '空白网络' },
    doc: { en: 'Start from nothing', 'zh-CN': '从零开始' },
    category: 'other',
    document: documentSchema.parse(blank),
  },
];

/** The template with this id. */
export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}

/** A new document from a template: a copy with an id of its own. */
export function instantiate(template: Template): StrataDocument {
  return { ...template.document, id: newDocumentId() };
}
