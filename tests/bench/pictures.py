"""One process of `npm run bench -- pictures`: the same pictures by tf.data.

Usage: pictures.py JOB FOLDER. `decode` goes through all pictures, `smooth` too and makes them smaller with the filter that
Strata uses, `train` trains a small network for one epoch. Writes what it took as a line of JSON.
"""

import glob
import json
import os
import resource
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf
from keras import layers

SIDE = 128
BATCH = 32
job, folder = sys.argv[1:3]
classes = sorted(os.listdir(folder))
files = sorted(glob.glob(os.path.join(folder, "*", "*.jpg")))
labels = [classes.index(os.path.basename(os.path.dirname(file))) for file in files]


def read(file, label):
    """A picture as it is trained with, as the documentation of tf.data does it."""
    picture = tf.io.decode_jpeg(tf.io.read_file(file), channels=3)
    return tf.image.resize(picture, [SIDE, SIDE], antialias=job == "smooth") / 255.0, label


keras.utils.set_random_seed(1)
order = np.random.permutation(len(files))
dataset = tf.data.Dataset.from_tensor_slices((np.array(files)[order], np.array(labels)[order]))
dataset = dataset.map(read, num_parallel_calls=tf.data.AUTOTUNE)
dataset = dataset.batch(BATCH).prefetch(tf.data.AUTOTUNE)
model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        layers.Conv2D(8, 3, strides=2, activation="relu"),
        layers.Conv2D(16, 3, strides=2, activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(4, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
began, processor = time.perf_counter(), time.process_time()
result = {"count": len(files)}
if job != "train":
    for _ in dataset:
        pass
else:
    result["loss"] = model.fit(dataset, epochs=1, verbose=0).history["loss"][0]
result["seconds"] = time.perf_counter() - began
result["cpuSeconds"] = time.process_time() - processor
result["peakBytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps(result))
