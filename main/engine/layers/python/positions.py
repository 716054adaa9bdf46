"""Layers that tell a network where in a sequence a step stands."""

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable("custom_layers")
class PositionEmbedding(keras.layers.Layer):
    """Adds a trained vector to each step: (batch, steps, features), the shape stays."""

    def __init__(
        self,
        max_length=512,
        embeddings_initializer="uniform",
        embeddings_regularizer=None,
        embeddings_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.max_length = max_length
        self.embeddings_initializer = keras.initializers.get(embeddings_initializer)
        self.embeddings_regularizer = keras.regularizers.get(embeddings_regularizer)
        self.embeddings_constraint = keras.constraints.get(embeddings_constraint)
        self.supports_masking = True

    def build(self, input_shape):
        self.embeddings = self.add_weight(
            name="embeddings",
            shape=(self.max_length, input_shape[-1]),
            initializer=self.embeddings_initializer,
            regularizer=self.embeddings_regularizer,
            constraint=self.embeddings_constraint,
        )

    def call(self, inputs):
        return inputs + self.embeddings[: ops.shape(inputs)[1]]

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            "max_length": self.max_length,
            "embeddings_initializer": keras.initializers.serialize(
                self.embeddings_initializer
            ),
            "embeddings_regularizer": keras.regularizers.serialize(
                self.embeddings_regularizer
            ),
            "embeddings_constraint": keras.constraints.serialize(
                self.embeddings_constraint
            ),
        }


@keras.saving.register_keras_serializable("custom_layers")
class SinusoidalPositionEncoding(keras.layers.Layer):
    """Adds waves of many lengths (Vaswani et al. 2017): (batch, steps, features), the shape stays."""

    def __init__(self, max_wavelength=10000, **kwargs):
        super().__init__(**kwargs)
        self.max_wavelength = max_wavelength
        self.supports_masking = True

    def call(self, inputs):
        features = inputs.shape[-1]
        pair = np.arange(features) // 2
        rates = np.power(float(self.max_wavelength), -2.0 * pair / features)
        # The second wave of each pair is a quarter ahead: a cosine.
        ahead = np.arange(features) % 2 * np.pi / 2
        steps = ops.cast(ops.arange(ops.shape(inputs)[1]), self.compute_dtype)
        angles = ops.expand_dims(steps, 1) * rates.astype("float32")
        return inputs + ops.sin(angles + ahead.astype("float32"))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "max_wavelength": self.max_wavelength}
