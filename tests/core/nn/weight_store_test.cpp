#include "core/nn/weight_store.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <thread>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/nn/backbone_shape.h"
#include "core/nn/known_weights_p.h"
#include "tests/core/nn/backbone_files.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
/// A store of its own and a place for files to import.
class WeightStoreTest : public testing::Test {
protected:
    test::TempDir dir;
    WeightStore store{dir / "weights"};
    Job job;

    Path written(const test::MadeBackbone& backbone, DType dtype = DType::Float32) {
        Path file = dir / ("file" + std::to_string(++files_) + ".safetensors");
        test::writeBackbone(file, backbone, dtype);
        return file;
    }

    WeightEntry imported(const test::MadeBackbone& backbone, const std::string& name = {}) {
        return store.import(written(backbone), name, job);
    }

    /// The error of importing `backbone`, which must leave the store empty.
    Error refused(const test::MadeBackbone& backbone) {
        try {
            imported(backbone);
        } catch (const Error& error) {
            EXPECT_TRUE(store.list().empty());
            EXPECT_FALSE(error.remedy().empty());
            return error;
        }
        ADD_FAILURE() << "was imported";
        return {ErrorCode::Internal, "", "", ""};
    }

    template <class Action>
    Error errorOf(Action action) {
        try {
            action();
        } catch (const Error& error) {
            EXPECT_FALSE(error.remedy().empty());
            return error;
        }
        ADD_FAILURE() << "no error";
        return {ErrorCode::Internal, "", "", ""};
    }

    std::size_t storedFiles() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(store.folder()))
            count += entry.path().extension() == ".safetensors" ? 1 : 0;
        return count;
    }

private:
    int files_ = 0;
};

bool says(const Error& error, std::string_view words) {
    const std::string text = error.what();
    return text.find(words) != std::string::npos;
}

TEST(BackboneTensors, AreTorchvisions) {
    const Json vectors = test::vectors("weights/backbone_shapes.json");
    for (const std::string architecture : {"resnet18", "wide_resnet50_2"}) {
        std::size_t listed = 0;
        for (const BackboneStage& stage : backboneStages(architecture)) {
            for (const TensorShape& tensor : stage.tensors) {
                ++listed;
                ASSERT_TRUE(vectors[architecture].contains(tensor.name)) << tensor.name;
                EXPECT_EQ(tensor.shape, vectors[architecture][tensor.name].get<std::vector<std::int64_t>>());
            }
        }
        std::size_t expected = 0;
        for (const auto& [name, shape] : vectors[architecture].items())
            expected += name.starts_with("fc.") || name.ends_with("num_batches_tracked") ? 0 : 1;
        EXPECT_EQ(listed, expected) << architecture;
        EXPECT_EQ(vectors[architecture]["fc.weight"][1], backboneShape(architecture).outer.back());
    }
    EXPECT_THROW(backboneStages("resnet19"), Error);
}

TEST_F(WeightStoreTest, StoresWhatItWasGiven) {
    const test::MadeBackbone backbone = test::madeBackbone("resnet18", 3);
    const Path file = written(backbone);
    const WeightEntry entry = store.import(file, job);
    EXPECT_EQ(entry.name, "resnet18");
    EXPECT_EQ(entry.architecture, "resnet18");
    EXPECT_EQ(entry.layers, (std::vector<std::string>{"stem", "layer1", "layer2"}));
    EXPECT_EQ(entry.identities.size(), 3U);
    EXPECT_EQ(entry.sha256, sha256OfFile(entry.file));
    EXPECT_EQ(entry.file, store.folder() / (entry.sha256 + ".safetensors"));
    EXPECT_EQ(entry.bytes, std::filesystem::file_size(entry.file));
    EXPECT_EQ(entry.sourceFile, file.filename());
    EXPECT_EQ(entry.sourceSha256, sha256OfFile(file));
    EXPECT_EQ(entry.sourceBytes, std::filesystem::file_size(file));
    EXPECT_EQ(entry.sourceFormat, "safetensors");
    EXPECT_EQ(entry.origin, "");
    EXPECT_EQ(entry.importedAt.size(), 20U);

    const TensorFile stored = store.open(entry);
    EXPECT_EQ(stored.tensors().size(), backbone.size());
    for (const auto& [name, tensor] : backbone) {
        EXPECT_EQ(stored.load(name).values, tensor.values) << name;
        EXPECT_EQ(stored.load(name).shape, tensor.shape) << name;
    }

    const std::vector<WeightEntry> list = store.list();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].identities, entry.identities);
    EXPECT_EQ(list[0].importedAt, entry.importedAt);
    ASSERT_TRUE(store.find("resnet18").has_value());
    EXPECT_EQ(store.find("resnet18")->sha256, entry.sha256);
    EXPECT_FALSE(store.find("wide_resnet50_2").has_value());
    const std::vector<WeightCheck> checks = store.verify(job);
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_FALSE(checks[0].problem.has_value());
}

TEST_F(WeightStoreTest, TheSameWeightsAreOneFileWhateverTheyCameIn) {
    const test::MadeBackbone backbone = test::madeBackbone("resnet18", 2);
    const WeightEntry plain = imported(backbone, "plain");
    test::writeBackboneLegacy(dir / "old.pth", backbone, 512);
    const WeightEntry legacy = store.import(dir / "old.pth", "legacy", job);
    EXPECT_EQ(legacy.sourceFormat, "torch legacy");
    EXPECT_EQ(legacy.sha256, plain.sha256);
    EXPECT_EQ(legacy.identities, plain.identities);
    EXPECT_EQ(storedFiles(), 1U);

    const WeightEntry half = store.import(written(backbone, DType::Float16), "half", job);
    EXPECT_EQ(half.identities, plain.identities) << "same values, half the space";
    EXPECT_LT(half.bytes, plain.bytes * 6 / 10);
    EXPECT_EQ(store.open(half).load("conv1.weight").values, backbone.at("conv1.weight").values);
    EXPECT_NE(imported(test::madeBackbone("resnet18", 2, 2), "other").identities, plain.identities);
}

TEST_F(WeightStoreTest, KnowsWideResNets) {
    const WeightEntry entry = imported(test::madeBackbone("wide_resnet50_2", 2));
    EXPECT_EQ(entry.name, "wide_resnet50_2");
    EXPECT_EQ(entry.architecture, "wide_resnet50_2");
    EXPECT_EQ(entry.layers, (std::vector<std::string>{"stem", "layer1"}));
}

TEST_F(WeightStoreTest, RefusesATeacherThatLacksATensor) {
    test::MadeBackbone lacking = test::madeBackbone("pdn_small", 1);
    lacking.erase("6.bias");
    EXPECT_TRUE(says(refused(lacking), "'6.bias' is missing"));
}

TEST_F(WeightStoreTest, KnowsTheTeachersOfEfficientAd) {
    for (const char* size : {"small", "medium"}) {
        const std::string name = std::string("pdn_") + size;
        // Shapes are those of the published files.
        const Json keys =
            test::vectors("efficientad.json").at(std::string(size) + "_pad1").at("keys_teacher");
        const test::MadeBackbone teacher = test::madeBackbone(name, 1);
        ASSERT_EQ(teacher.size(), keys.size());
        for (const auto& [key, shape] : keys.items())
            EXPECT_EQ(teacher.at(key).shape, shape.get<std::vector<std::int64_t>>()) << key;
        const WeightEntry entry = imported(teacher);
        EXPECT_EQ(entry.name, name);
        EXPECT_EQ(entry.architecture, name);
        EXPECT_EQ(entry.layers, std::vector<std::string>{kTeacherStage});
        EXPECT_EQ(store.require(name, {kTeacherStage}).identityUpTo(kTeacherStage), entry.identities.front());
        EXPECT_EQ(store.open(entry).load("0.weight").values, teacher.at("0.weight").values);
    }
    for (const WeightCheck& check : store.verify(job))
        EXPECT_FALSE(check.problem.has_value()) << check.entry.name;
    EXPECT_EQ(imported(test::madeBackbone("pdn_small_narrow", 1), "mine").architecture, "pdn_small_narrow");
    EXPECT_TRUE(says(errorOf([&] {
                         store.require("pdn_small", {"stem", "layer1"});
                     }),
                     "not part of this network"));
}

TEST_F(WeightStoreTest, AMissingTeacherCanBeImportedOrMade) {
    const Error absent = errorOf([&] { store.require("pdn_medium", {kTeacherStage}); });
    EXPECT_EQ(absent.code(), ErrorCode::MissingWeights);
    for (const char* words : {"teacher_medium.pth", "segad weights import teacher_medium.pth",
                              "segad distil --student pdn_medium", "Settings ▸ Weights"})
        EXPECT_TRUE(says(absent, words)) << absent.what();
    const Error narrow = errorOf([&] { store.require("pdn_small_narrow", {kTeacherStage}); });
    EXPECT_TRUE(says(narrow, "segad distil --student pdn_small_narrow")) << narrow.what();
    imported(test::madeBackbone("resnet18", 2));
    EXPECT_TRUE(says(errorOf([&] { store.require("resnet18", {kTeacherStage}); }), "not a teacher"));
}

TEST_F(WeightStoreTest, AWholeResNet18GoesThrough) {
    const test::MadeBackbone whole = test::madeBackbone("resnet18", 5);
    test::writeBackboneLegacy(dir / "whole.pth", whole, 512);
    const WeightEntry entry = store.import(dir / "whole.pth", job);
    EXPECT_TRUE(entry.has("layer4"));
    EXPECT_EQ(store.require("resnet18", {"stem", "layer4"}).sha256, entry.sha256);
    EXPECT_EQ(store.open(entry).tensors().size(), 100U);
}

TEST_F(WeightStoreTest, MoreLayersOfTheSameWeightsTakeTheirPlace) {
    const WeightEntry part = imported(test::madeBackbone("resnet18", 2));
    const WeightEntry more = imported(test::madeBackbone("resnet18", 3));
    EXPECT_EQ(more.identityUpTo("layer1"), part.identityUpTo("layer1"));
    EXPECT_EQ(store.find("resnet18")->layers.size(), 3U);
    EXPECT_EQ(storedFiles(), 1U);
    // Fewer layers of them add nothing.
    EXPECT_EQ(imported(test::madeBackbone("resnet18", 2)).sha256, more.sha256);
    EXPECT_EQ(store.find("resnet18")->layers.size(), 3U);
}

TEST_F(WeightStoreTest, OtherWeightsNeedAnotherName) {
    const WeightEntry first = imported(test::madeBackbone("resnet18", 2));
    const Error error = errorOf([&] { imported(test::madeBackbone("resnet18", 3, 2)); });
    EXPECT_EQ(error.code(), ErrorCode::AlreadyExists);
    EXPECT_TRUE(says(error, "--as NAME"));
    EXPECT_EQ(store.find("resnet18")->sha256, first.sha256);
    EXPECT_EQ(storedFiles(), 1U);
    imported(test::madeBackbone("resnet18", 3, 2), "mine-2.0");
    EXPECT_EQ(store.list().size(), 2U);
}

TEST_F(WeightStoreTest, NamesArePlain) {
    const Path file = written(test::madeBackbone("resnet18", 2));
    const std::vector<std::string> wrong{
        ".", "..", "../x", "a/b", ".hidden", "-x", "a b", std::string("a\0b", 3), "ä", std::string(65, 'a')};
    for (const std::string& name : wrong) {
        EXPECT_EQ(errorOf([&] { store.import(file, name, job); }).code(), ErrorCode::InvalidArgument) << name;
    }
    // The catalog's names stand for their architecture.
    EXPECT_EQ(errorOf([&] { store.import(file, "wide_resnet50_2", job); }).code(),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(errorOf([&] { store.import(file, "resnet18-untrained", job); }).code(),
              ErrorCode::InvalidArgument);
    EXPECT_TRUE(store.list().empty());
    EXPECT_EQ(errorOf([&] { store.find("../x"); }).code(), ErrorCode::InvalidArgument);
    EXPECT_EQ(errorOf([&] { store.remove("../x"); }).code(), ErrorCode::InvalidArgument);
}

TEST_F(WeightStoreTest, WrongModelsAreToldByTheirTensors) {
    test::MadeBackbone missing = test::madeBackbone("resnet18", 2);
    missing.erase("layer1.1.bn2.running_mean");
    EXPECT_TRUE(says(refused(missing), "'layer1.1.bn2.running_mean' is missing"));

    test::MadeBackbone extra = test::madeBackbone("resnet18", 2);
    extra["layer1.2.conv1.weight"] = {{1}, {0}};
    EXPECT_TRUE(says(refused(extra), "'layer1.2.conv1.weight' is unexpected"));

    test::MadeBackbone misshapen = test::madeBackbone("resnet18", 2);
    misshapen["conv1.weight"] = {{64, 3, 7, 1}, std::vector<float>(std::size_t{64} * 3 * 7)};
    EXPECT_TRUE(says(refused(misshapen), "'conv1.weight' has shape [64, 3, 7, 1] instead of [64, 3, 7, 7]"));

    test::MadeBackbone classes = test::madeBackbone("resnet18", 2);
    classes["fc.weight"] = {{10, 100}, std::vector<float>(1000)};
    EXPECT_TRUE(says(refused(classes), "'fc.weight' is unexpected"));

    test::MadeBackbone counter = test::madeBackbone("resnet18", 2);
    counter["layer9.num_batches_tracked"] = {{}, {1}};
    EXPECT_TRUE(says(refused(counter), "'layer9.num_batches_tracked' is unexpected"));

    EXPECT_TRUE(says(refused({{"weight", {{1}, {0}}}}), "no backbone this program knows"));
    EXPECT_TRUE(says(refused({}), "no backbone this program knows"));
}

TEST_F(WeightStoreTest, FiveProblemsAreNamedAndTheRestCounted) {
    test::MadeBackbone stemless = test::madeBackbone("resnet18", 2);
    for (const char* part : {"conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var"})
        stemless.erase(part);
    stemless["x"] = {{1}, {0}};
    stemless["y"] = {{1}, {0}};
    const Error error = refused(stemless);
    EXPECT_EQ(error.code(), ErrorCode::InvalidData);
    EXPECT_TRUE(says(error, "'conv1.weight' is missing"));
    EXPECT_TRUE(says(error, "'bn1.running_var' is missing; and 2 more"));
    EXPECT_FALSE(says(error, "'x'"));
}

TEST_F(WeightStoreTest, StagesAreWholeAndWithoutAGap) {
    EXPECT_TRUE(says(refused(test::madeBackbone("resnet18", 1)), "'layer1.0.conv1.weight' is missing"));

    test::MadeBackbone half = test::madeBackbone("resnet18", 3);
    half.erase("layer2.1.conv2.weight");
    EXPECT_TRUE(says(refused(half), "'layer2.1.conv2.weight' is missing"));

    test::MadeBackbone gap = test::madeBackbone("resnet18", 4);
    std::erase_if(gap, [](const auto& tensor) { return tensor.first.starts_with("layer2."); });
    EXPECT_TRUE(says(refused(gap), "'layer2.0.conv1.weight' is missing"));
}

TEST_F(WeightStoreTest, ValuesAreFiniteAndVariancesPositive) {
    const auto with = [](const std::string& name, float value) {
        test::MadeBackbone backbone = test::madeBackbone("resnet18", 2);
        backbone[name].values.back() = value;
        return backbone;
    };
    const float infinity = std::numeric_limits<float>::infinity();
    const float nan = std::numeric_limits<float>::quiet_NaN();
    EXPECT_TRUE(says(refused(with("conv1.weight", nan)), "'conv1.weight' holds values that are not finite"));
    EXPECT_TRUE(says(refused(with("layer1.0.bn1.bias", -infinity)), "'layer1.0.bn1.bias'"));
    EXPECT_TRUE(
        says(refused(with("bn1.running_var", -1e-6F)), "'bn1.running_var' holds a negative variance"));
    EXPECT_EQ(imported(with("bn1.running_var", 0)).name, "resnet18");
}

TEST_F(WeightStoreTest, MissingWeightsSayWhichFileAndHowToImportIt) {
    const Error absent = errorOf([&] { store.require("resnet18", {"layer2"}); });
    EXPECT_EQ(absent.code(), ErrorCode::MissingWeights);
    for (const char* words :
         {"resnet18-f37072fd.pth", "f37072fd…", "segad weights import FILE", "Settings ▸ Weights"})
        EXPECT_TRUE(says(absent, words)) << absent.what();
    EXPECT_TRUE(says(errorOf([&] { store.require("wide_resnet50_2", {}); }), "wide_resnet50_2-95faca4d.pth"));

    imported(test::madeBackbone("resnet18", 3));
    EXPECT_EQ(store.require("resnet18", {"stem", "layer1", "layer2"}).name, "resnet18");
    const Error layer = errorOf([&] { store.require("resnet18", {"layer2", "layer4"}); });
    EXPECT_EQ(layer.code(), ErrorCode::MissingWeights);
    EXPECT_TRUE(says(layer, "layer4 is not in file1.safetensors")) << layer.what();
    EXPECT_TRUE(says(layer, "resnet18-f37072fd.pth"));
    EXPECT_FALSE(says(layer, "layer2 "));
    EXPECT_TRUE(says(errorOf([&] {
                         store.require("resnet18", {"layer3", "layer4"});
                     }),
                     "layer3, layer4 are not"));

    const Error custom = errorOf([&] { store.require("my-own", {}); });
    EXPECT_EQ(custom.code(), ErrorCode::MissingWeights);
    EXPECT_TRUE(says(custom, "there are resnet18")) << custom.what();

    std::filesystem::remove(store.find("resnet18")->file);
    EXPECT_EQ(errorOf([&] { store.require("resnet18", {}); }).code(), ErrorCode::MissingWeights);
}

TEST_F(WeightStoreTest, VerifyFindsDamageAndImportingAgainMendsIt) {
    const test::MadeBackbone backbone = test::madeBackbone("resnet18", 2);
    const WeightEntry entry = imported(backbone);
    {
        std::fstream file(entry.file, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(-3, std::ios::end);
        file.put('\x55');
    }
    std::vector<WeightCheck> checks = store.verify(job);
    ASSERT_EQ(checks.size(), 1U);
    ASSERT_TRUE(checks[0].problem.has_value());
    EXPECT_EQ(checks[0].problem->code(), ErrorCode::Corrupt);
    EXPECT_TRUE(says(*checks[0].problem, "Import file1.safetensors again"));
    EXPECT_EQ(errorOf([&] { store.open(entry); }).code(), ErrorCode::Corrupt);

    imported(backbone);
    EXPECT_FALSE(store.verify(job)[0].problem.has_value());
    std::filesystem::remove(entry.file);
    EXPECT_EQ(store.verify(job)[0].problem->code(), ErrorCode::Corrupt);
    imported(backbone);

    writeFileAtomically(store.folder() / "resnet18.json",
                        R"({"format":1,"name":"resnet18","sha256":"../../x"})");
    EXPECT_TRUE(store.list().empty());
    EXPECT_EQ(errorOf([&] { store.find("resnet18"); }).code(), ErrorCode::Corrupt);
    checks = store.verify(job);
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].entry.name, "resnet18");
    EXPECT_EQ(checks[0].problem->code(), ErrorCode::Corrupt);
    EXPECT_EQ(storedFiles(), 1U) << "the damaged record may name it";
    imported(backbone);
    EXPECT_FALSE(store.verify(job)[0].problem.has_value());
}

TEST_F(WeightStoreTest, RecordsOfOddContentAreRefused) {
    imported(test::madeBackbone("resnet18", 2));
    const Path record = store.folder() / "resnet18.json";
    const std::string right = readFile(record, 1 << 20);
    const std::string sha256 = store.find("resnet18")->sha256;
    const auto replaced = [&](const std::string& from, const std::string& to) {
        std::string text = right;
        text.replace(text.find(from), from.size(), to);
        writeFileAtomically(record, text);
        return errorOf([&] { store.find("resnet18"); }).code();
    };
    EXPECT_EQ(replaced("\"format\": 1", "\"format\": 2"), ErrorCode::NewerVersion);
    EXPECT_EQ(replaced("\"format\": 1", "\"format\": \"1\""), ErrorCode::Corrupt);
    EXPECT_EQ(replaced(sha256, "../" + sha256.substr(3)), ErrorCode::Corrupt);
    EXPECT_EQ(replaced("\"name\": \"resnet18\"", "\"name\": \"other\""), ErrorCode::Corrupt);
    EXPECT_EQ(replaced("\"layer1\"", "\"layer1"), ErrorCode::Corrupt);
    writeFileAtomically(record, "");
    EXPECT_EQ(errorOf([&] { store.find("resnet18"); }).code(), ErrorCode::Corrupt);
}

TEST_F(WeightStoreTest, RemovingKeepsAFileThatAnotherNameUses) {
    const test::MadeBackbone backbone = test::madeBackbone("resnet18", 2);
    imported(backbone, "one");
    imported(backbone, "two");
    EXPECT_EQ(storedFiles(), 1U);
    store.remove("one");
    EXPECT_EQ(storedFiles(), 1U);
    EXPECT_EQ(store.require("two", {"layer1"}).name, "two");
    store.remove("two");
    EXPECT_EQ(storedFiles(), 0U);
    EXPECT_TRUE(store.list().empty());
    EXPECT_EQ(errorOf([&] { store.remove("two"); }).code(), ErrorCode::NotFound);
}

TEST_F(WeightStoreTest, AnEmptyStoreIsNoError) {
    EXPECT_TRUE(store.list().empty());
    EXPECT_FALSE(store.find("resnet18").has_value());
    EXPECT_TRUE(store.verify(job).empty());
    EXPECT_FALSE(std::filesystem::exists(store.folder()));
}

TEST_F(WeightStoreTest, CancellingLeavesTheStoreAsItWas) {
    const Path file = written(test::madeBackbone("resnet18", 4));
    // Cancel at ever later moments until one import gets through.
    int cancelled = 0;
    bool finished = false;
    for (auto wait = std::chrono::microseconds(0); !finished; wait += std::chrono::milliseconds(2)) {
        Job running;
        std::thread impatient([&] {
            std::this_thread::sleep_for(wait);
            running.cancel();
        });
        try {
            store.import(file, running);
            finished = true;
        } catch (const Cancelled&) {
            ++cancelled;
            EXPECT_TRUE(store.list().empty());
            if (std::filesystem::exists(store.folder())) {
                EXPECT_TRUE(std::filesystem::is_empty(store.folder()));
            }
        }
        impatient.join();
    }
    EXPECT_GT(cancelled, 3);
    EXPECT_EQ(store.list().size(), 1U);
}

TEST(WeightStoreFolder, FollowsTheEnvironment) {
    const test::TempDir dir;
    const char* before = std::getenv("SEGAD_DATA_HOME");
    const std::string old = before != nullptr ? before : "";
    setenv("SEGAD_DATA_HOME", dir.path().c_str(), 1);
    EXPECT_EQ(WeightStore().folder(), dir / "weights");
    if (before != nullptr) {
        setenv("SEGAD_DATA_HOME", old.c_str(), 1);
    } else {
        unsetenv("SEGAD_DATA_HOME");
    }
}

TEST(KnownWeights, AreRecognisedByHash) {
    const auto origin = [](std::string_view sha256) {
        const KnownWeights* known = findKnownWeights(sha256);
        return known != nullptr ? std::string(known->origin) : std::string();
    };
    EXPECT_EQ(origin("f37072fd47e89c5e827621c5baffa7500819f7896bbacec160b1a16c560e07ec"),
              "torchvision IMAGENET1K_V1");
    EXPECT_EQ(origin("f37072fd00000000000000000000000000000000000000000000000000000000"), "");
    EXPECT_EQ(origin("8234f17700000000000000000000000000000000000000000000000000000000"), "timm racm_in1k");
    EXPECT_NE(findKnownWeights("9ba9bcbe00000000000000000000000000000000000000000000000000000000")->caution,
              "");
    EXPECT_EQ(origin(""), "");
}

TEST_F(WeightStoreTest, TakesTheRealResNet18UpToLayer3) {
    const auto real = test::sharedData("weights/resnet18_layers1-3.safetensors");
    if (!real) GTEST_SKIP() << "real weights are not on this machine";
    const WeightEntry entry = store.import(*real, job);
    EXPECT_EQ(entry.name, "resnet18");
    EXPECT_EQ(entry.layers, (std::vector<std::string>{"stem", "layer1", "layer2", "layer3"}));
    EXPECT_EQ(entry.origin, "torchvision IMAGENET1K_V1 (stem to layer3)");
    EXPECT_EQ(entry.sourceSha256, "f4693fbd918cf248521b646d69cc437bd2df635c523d2527de9236db05fc7db8");
    const TensorFile source = TensorFile::read(*real);
    const TensorFile stored = store.open(store.require("resnet18", {"layer3"}));
    for (const std::string& name : source.names())
        EXPECT_EQ(stored.load(name).values, source.load(name).values) << name;
    EXPECT_TRUE(says(errorOf([&] { store.require("resnet18", {"layer4"}); }),
                     "layer4 is not in resnet18_layers1-3.safetensors"));
}
}  // namespace
