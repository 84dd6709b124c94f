#include "tests/core/project/world.h"

#include <cmath>
#include <fstream>
#include <stdexcept>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "core/base/random.h"
#include "core/base/sha256.h"

namespace segad::test {

PartRecord somePart(SourceId source, int number) {
    PartRecord part;
    part.source = source;
    part.path = (number % 2 == 0 ? "good/" : "bad/") + std::string("part ") + std::to_string(number) + ".png";
    part.sha256 = sha256Hex(part.path);
    part.bytes = static_cast<std::uint64_t>(1000 + number);
    part.modifiedNs = 1'700'000'000'000'000'000 + number;
    part.width = 640;
    part.height = 480;
    part.subset = number % 3 == 0 ? Subset::Unspecified : number % 3 == 1 ? Subset::Train : Subset::Test;
    return part;
}

Project makeProject(const Path& file, int parts) {
    Project project = Project::create(file);
    const Path images = file.parent_path() / "images";
    std::filesystem::create_directories(images);
    Transaction transaction = project.transaction();
    const SourceId source = project.parts().addSource({.path = images.string(), .layout = "folder"});
    for (int number = 1; number <= parts; ++number)
        project.parts().put(somePart(source, number));
    transaction.commit();
    return project;
}

RunId makeRun(Project& project, RunKind kind, RunOutcome outcome, std::vector<RunId> inputs) {
    RunRecord run;
    run.kind = kind;
    run.subject = kind == RunKind::Segment ? "whole" : kind == RunKind::Fit ? "brf" : "patchcore";
    run.inputs = std::move(inputs);
    run.device = "cpu";
    run.threads = 2;
    run.programVersion = "0.1.0";
    run.id = project.runs().start(run);
    if (outcome != RunOutcome::Running) {
        run.outcome = outcome;
        project.runs().finish(run);
    }
    return run.id;
}

AnomalyMap someMap(std::uint64_t seed, int side) {
    SplitMix64 random(seed);
    cv::Mat pixels(side, side, CV_32FC1);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double smooth = std::sin(x * 0.1) * std::cos(y * 0.07) + 2;
            pixels.at<float>(y, x) = static_cast<float>(smooth + 1e-3 * random.uniform());
        }
    }
    return {pixels, "map"};
}

SegmentMap someSegments(int components, int side) {
    cv::Mat labels(side, side, CV_8UC1);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            labels.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>((x / 4 + y / 4) % components);
    }
    return {labels, components, "segments"};
}

bool samePixels(const AnomalyMap& a, const AnomalyMap& b) {
    return a.size() == b.size() && std::memcmp(a.pixels().data, b.pixels().data, a.pixels().total() * 4) == 0;
}

Error errorOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "no error was thrown";
    return {ErrorCode::Internal, "", "nothing thrown", ""};
}

RawDatabase::RawDatabase(const Path& file) {
    if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK)
        throw std::runtime_error("can't open " + file.string());
    sqlite3_busy_timeout(database_, 2000);
}

RawDatabase::~RawDatabase() {
    sqlite3_close(database_);
}

void RawDatabase::run(const std::string& sql) {
    if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(database_));
    }
}

std::vector<std::string> RawDatabase::values(const std::string& sql) {
    std::vector<std::string> values;
    const auto collect = [](void* out, int count, char** texts, char**) {
        for (int i = 0; i < count; ++i) {
            static_cast<std::vector<std::string>*>(out)->emplace_back(texts[i] != nullptr ? texts[i]
                                                                                          : "NULL");
        }
        return 0;
    };
    if (sqlite3_exec(database_, sql.c_str(), collect, &values, nullptr) != SQLITE_OK) {
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(database_));
    }
    return values;
}

std::string RawDatabase::value(const std::string& sql) {
    const std::vector<std::string> all = values(sql);
    return all.empty() ? std::string() : all.front();
}

void overwrite(const Path& file, std::uint64_t offset, const std::string& bytes) {
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(static_cast<std::streamoff>(offset));
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out) throw std::runtime_error("can't write to " + file.string());
}

}  // namespace segad::test
