import type { LocalText } from '#shared/problems/problem.ts';

/** Something that a model can be exported as. */
export interface ExportTarget {
  readonly id: 'typescript' | 'keras' | 'tfjs';
  readonly title: LocalText;
  readonly doc: LocalText;
  /** The main files and folders, for the dialog's cards. */
  readonly files: readonly string[];
  /** What running the export needs; `null`: this program is enough. */
  readonly verifiedWith: LocalText | null;
  /** Whether the export holds code that can train; else the choice "training code" says nothing. */
  readonly hasTrainingCode: boolean;
  /** Whether it can be written without weights. */
  readonly weightsOptional: boolean;
}

/** Every target, in the order in which they are offered. Their writers are in main/engine/formats. */
export const exportTargets: readonly ExportTarget[] = [
  {
    id: 'typescript',
    title: { en: 'TypeScript project', 'zh-CN': 'TypeScript 项目' },
    doc: {
      en: 'Code that builds, trains and runs the network with TensorFlow.js, with its weights and a test.',
      'zh-CN': '用 TensorFlow.js 构建、训练和运行该网络的代码，附权重与测试。',
    },
    files: ['src/', 'test/', 'weights/'],
    verifiedWith: null,
    hasTrainingCode: true,
    weightsOptional: true,
  },
  {
    id: 'tfjs',
    title: { en: 'TensorFlow.js model', 'zh-CN': 'TensorFlow.js 模型' },
    doc: {
      en: 'The network as one saved model, for tf.loadLayersModel.',
      'zh-CN': '保存成单个模型的网络，用 tf.loadLayersModel 加载。',
    },
    files: ['model.json', 'weights.bin'],
    verifiedWith: null,
    hasTrainingCode: false,
    weightsOptional: false,
  },
  {
    id: 'keras',
    title: { en: 'Python, Keras 3', 'zh-CN': 'Python，Keras 3' },
    doc: {
      en: 'Scripts that build, train and run the network with Keras, with its weights.',
      'zh-CN': '用 Keras 构建、训练和运行该网络的脚本，附权重。',
    },
    files: ['model.py', 'train.py', 'weights.npz'],
    verifiedWith: { en: 'Python with Keras 3', 'zh-CN': '装有 Keras 3 的 Python' },
    hasTrainingCode: true,
    weightsOptional: true,
  },
];

/** The target with this id. */
export function findExportTarget(id: string): ExportTarget | undefined {
  return exportTargets.find((target) => target.id === id);
}
