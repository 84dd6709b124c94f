// LibTorch in one place: the precompiled header of segad-learn. Only .cpp files listed as LEARN_SOURCES
// and headers that end in _torch.h include it. Everything that depends on LibTorch's version (1.13 as in
// Debian 12, 2.x elsewhere) is settled in the rooms nn and detector, guarded by TORCH_VERSION_MAJOR.
#pragma once

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/conv.h>
#include <torch/version.h>
