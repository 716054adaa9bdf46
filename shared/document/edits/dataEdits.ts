import type { EditHandlers } from '#shared/document/edit.ts';
import { omit } from '#shared/document/omit.ts';

/** Edits of the document itself, its data and its training. */
export const dataEdits: EditHandlers<
  'setName' | 'setSeed' | 'setData' | 'setTraining' | 'setOutputTraining'
> = {
  setName: {
    apply: (document, { name }) => (document.name === name ? document : { ...document, name }),
    label: () => ({ en: 'Rename network', 'zh-CN': '重命名网络' }),
  },
  setSeed: {
    apply: (document, { seed }) => (document.seed === seed ? document : { ...document, seed }),
    label: () => ({ en: 'Change seed', 'zh-CN': '修改随机种子' }),
  },
  setData: {
    apply: (document, { data }) => ({ ...document, data: { ...document.data, ...data } }),
    label: ({ data }) =>
      data.source === undefined
        ? { en: 'Change data', 'zh-CN': '修改数据' }
        : { en: 'Choose data', 'zh-CN': '选择数据' },
  },
  setTraining: {
    apply: (document, { training }) => ({
      ...document,
      training: { ...document.training, ...training },
    }),
    label: ({ training }) => {
      const [name, ...others] = Object.keys(training);
      const label = others.length === 0 && name !== undefined ? trainingLabels[name] : undefined;
      return label ?? { en: 'Change training', 'zh-CN': '修改训练设置' };
    },
  },
  setOutputTraining: {
    apply: (document, { node, training }) => {
      const outputs =
        training === null
          ? omit(document.training.outputs, node)
          : { ...document.training.outputs, [node]: training };
      return { ...document, training: { ...document.training, outputs } };
    },
    label: () => ({ en: 'Change loss and metrics', 'zh-CN': '修改损失与指标' }),
  },
};

const trainingLabels: Readonly<Record<string, { readonly en: string; readonly 'zh-CN': string }>> =
  {
    optimizer: { en: 'Change optimizer', 'zh-CN': '修改优化器' },
    schedule: { en: 'Change learning rate schedule', 'zh-CN': '修改学习率计划' },
    batchSize: { en: 'Change batch size', 'zh-CN': '修改批大小' },
    epochs: { en: 'Change epochs', 'zh-CN': '修改轮数' },
    shuffle: { en: 'Change shuffling', 'zh-CN': '修改打乱方式' },
    stopping: { en: 'Change early stopping', 'zh-CN': '修改提前停止' },
  };
