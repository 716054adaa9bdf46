import * as tf from '@tensorflow/tfjs';

type SimpleRnnArgs = Parameters<typeof tf.layers.simpleRNN>[0];
type GruArgs = Parameters<typeof tf.layers.gru>[0];
type LstmArgs = Parameters<typeof tf.layers.lstm>[0];
type ConvLstm2dArgs = Parameters<typeof tf.layers.convLstm2d>[0];
type BidirectionalArgs = Parameters<typeof tf.layers.bidirectional>[0];

/** A recurrent layer of tfjs: its cell has the weights, and the penalties of their regularizers. */
interface RecurrentLayer extends tf.layers.Layer {
  readonly cell: tf.layers.Layer;
}

/** A layer that reads both ways. */
interface BidirectionalLayer extends tf.layers.Layer {
  readonly forwardLayer: tf.layers.Layer;
  readonly backwardLayer: tf.layers.Layer;
}

type Constructor<Made extends tf.layers.Layer> = tf.serialization.SerializableConstructor<Made>;

const StockSimpleRnn = tf.layers.simpleRNN({ units: 1 })
  .constructor as unknown as Constructor<RecurrentLayer>;
const StockGru = tf.layers.gru({ units: 1 }).constructor as unknown as Constructor<RecurrentLayer>;
const StockLstm = tf.layers.lstm({ units: 1 })
  .constructor as unknown as Constructor<RecurrentLayer>;
const StockConvLstm2d = tf.layers.convLstm2d({ filters: 1, kernelSize: 1 })
  .constructor as unknown as Constructor<RecurrentLayer>;
const StockBidirectional = tf.layers.bidirectional({ layer: tf.layers.simpleRNN({ units: 1 }) })
  .constructor as unknown as Constructor<BidirectionalLayer>;

// tfjs asks a model's layers for penalties, and its recurrent ones do not pass on those of their cells: regularizers are
// ignored without a word. Import this file before a saved model with such layers is loaded.

/** SimpleRNN whose regularizers count. */
class RegularizedSimpleRNN extends StockSimpleRnn {
  static override readonly className: string = 'RegularizedSimpleRNN';

  override calculateLosses(): tf.Scalar[] {
    return this.cell.calculateLosses();
  }
}
tf.serialization.registerClass(RegularizedSimpleRNN);

/** GRU whose regularizers count. */
class RegularizedGRU extends StockGru {
  static override readonly className: string = 'RegularizedGRU';

  override calculateLosses(): tf.Scalar[] {
    return this.cell.calculateLosses();
  }
}
tf.serialization.registerClass(RegularizedGRU);

/** LSTM whose regularizers count. */
class RegularizedLSTM extends StockLstm {
  static override readonly className: string = 'RegularizedLSTM';

  override calculateLosses(): tf.Scalar[] {
    return this.cell.calculateLosses();
  }
}
tf.serialization.registerClass(RegularizedLSTM);

/** ConvLSTM2D whose regularizers count. */
class RegularizedConvLSTM2D extends StockConvLstm2d {
  static override readonly className: string = 'RegularizedConvLSTM2D';

  override calculateLosses(): tf.Scalar[] {
    return this.cell.calculateLosses();
  }
}
tf.serialization.registerClass(RegularizedConvLSTM2D);

/** Both directions of a recurrent layer whose regularizers count. */
class RegularizedBidirectional extends StockBidirectional {
  static override readonly className: string = 'RegularizedBidirectional';

  override calculateLosses(): tf.Scalar[] {
    return [...this.forwardLayer.calculateLosses(), ...this.backwardLayer.calculateLosses()];
  }
}
tf.serialization.registerClass(RegularizedBidirectional);

/** tf.layers.simpleRNN with regularizers. */
export function regularizedSimpleRNN(args: SimpleRnnArgs): tf.layers.Layer {
  return new RegularizedSimpleRNN(args);
}

/** tf.layers.gru with regularizers. */
export function regularizedGru(args: GruArgs): tf.layers.Layer {
  return new RegularizedGRU(args);
}

/** tf.layers.lstm with regularizers. */
export function regularizedLstm(args: LstmArgs): tf.layers.Layer {
  return new RegularizedLSTM(args);
}

/** tf.layers.convLstm2d with regularizers. */
export function regularizedConvLstm2d(args: ConvLstm2dArgs): tf.layers.Layer {
  return new RegularizedConvLSTM2D(args);
}

/** tf.layers.bidirectional around one of the above. */
export function regularizedBidirectional(
  args: Omit<BidirectionalArgs, 'layer'> & { layer: tf.layers.Layer },
): tf.layers.Layer {
  return new RegularizedBidirectional(args);
}
