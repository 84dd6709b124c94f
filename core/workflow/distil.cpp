// segad distil: procedural pictures (and, when the user gives one, a folder of pictures) joined with the
// training of a small backbone or a teacher of EfficientAD.
#include "core/nn/distil.h"

#include <algorithm>
#include <filesystem>

#include <opencv2/imgproc.hpp>

#include "core/base/random.h"
#include "core/image/image.h"
#include "core/nn/backbones.h"
#include "core/nn/embedded_backbone.h"
#include "core/nn/weight_store.h"
#include "core/procedural/pictures.h"
#include "core/workflow/distil_plan.h"
#include "core/workflow/folder_pictures.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
/// Pictures with numbers of this seed's own: what is held out is drawn by another.
std::uint64_t heldOutSeed(std::uint64_t seed) {
    return SplitMix64(seed, "held out")();
}

DistilPictures procedural(std::uint64_t seed) {
    return {.plain = [seed](std::uint64_t number, int side) { return proceduralPicture(seed, number, side); },
            .blemished = [seed](std::uint64_t number,
                                int side) { return proceduralBlemished(seed, number, side); }};
}

/// Every other picture from the folder.
DistilPictures mixed(const DistilPictures& drawn, std::shared_ptr<const FolderPictures> folder,
                     std::uint64_t seed) {
    const auto crop = [folder = std::move(folder), seed](std::uint64_t number, int side) {
        return folder->crop(seed, number, side);
    };
    return {.plain = [plain = drawn.plain, crop](
                         std::uint64_t number,
                         int side) { return number % 2 == 0 ? plain(number, side) : crop(number, side); },
            .blemished =
                [blemished = drawn.blemished, crop, seed](std::uint64_t number, int side) {
                    return number % 2 == 0 ? blemished(number, side)
                                           : withBlemishes(crop(number, side), seed, number);
                }};
}

void checkRequest(const DistilRequest& request) {
    if (request.out.empty() && request.importAs.empty()) {
        throw Error(ErrorCode::InvalidArgument, "weights", "have neither a file nor a name to go to",
                    "Give a file that ends in .safetensors, or a name to import them under.");
    }
    if (!request.out.empty() && request.out.extension() != ".safetensors") {
        throw Error(ErrorCode::InvalidArgument, toUtf8(request.out), "does not end in .safetensors",
                    "Name the weights like backbone.safetensors.");
    }
    if (!request.importAs.empty()) {
        if (const BackboneInfo* row = findBackbone(request.importAs); row != nullptr) {
            throw Error(ErrorCode::InvalidArgument, request.importAs, "is the name of another backbone",
                        "Choose a name of your own.");
        }
        // Better now than after hours.
        if (WeightStore().find(request.importAs)) {
            throw Error(ErrorCode::AlreadyExists, request.importAs,
                        "is the name of weights that are imported", "Choose another name.");
        }
    }
    if (request.student != embeddedWeights().architecture) pdnShape(request.student);
}

/// The teacher named, or the best there is.
WeightEntry teacherOf(const DistilRequest& request) {
    if (!request.teacher.empty()) {
        if (const BackboneInfo* row = findBackbone(request.teacher);
            row != nullptr && row->origin == WeightOrigin::Seed)
            return {.name = row->name, .architecture = row->architecture};
        return WeightStore().require(request.teacher, {"layer3"});
    }
    const std::vector<WeightEntry> possible = possibleTeachers(request.student);
    // Without any, the usual one is missed by its name.
    return possible.empty() ? WeightStore().require("resnet18", {"layer3"}) : possible.front();
}
}  // namespace

DistilReport distil(const DistilRequest& request, Job& job) {
    checkRequest(request);
    const WeightEntry teacher = teacherOf(request);
    DistilReport report{.teacher = teacher.name,
                        .remark = teacherRemark(request.student, teacher),
                        .file = request.out.empty() ? distilledFile(request.importAs) : request.out};
    if (request.out.empty()) std::filesystem::create_directories(report.file.parent_path());
    DistilOptions options{
        .student = request.student,
        .teacher = teacher.name,
        .initial = request.initial,
        .device = request.device,
        .seed = request.seed,
        .steps = request.steps,
        .learningRate = request.learningRate,
        .picturesPerStep = request.picturesPerStep,
        .resume = request.resume,
        .out = report.file,
        .picturesIdentity = "procedural " + std::to_string(kProceduralVersion) + " with blemished twins",
        .note = request.note,
        .onPoint = request.onPoint};
    DistilPictures training = procedural(request.seed);
    const DistilPictures heldOut = procedural(heldOutSeed(request.seed));
    double learning = 1.0;
    if (!request.images.empty()) {
        Job::Stage listing(job, 0.02, "Listing " + toUtf8(request.images));
        const auto folder = std::make_shared<const FolderPictures>(request.images, listing.job());
        training = mixed(training, folder, request.seed);
        options.picturesIdentity += " and " + folder->identity();
        learning = 0.97;
    }
    {
        Job::Stage training_(job, request.importAs.empty() ? learning : learning - 0.01, "Distilling");
        report.result = distilBackbone(options, training, heldOut, training_.job());
    }
    if (!request.importAs.empty()) {
        Job::Stage importing(job, 0.01, "Importing");
        report.importedAs = WeightStore().import(report.file, request.importAs, importing.job()).name;
    }
    return report;
}

}  // namespace segad
