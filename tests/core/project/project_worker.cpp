// A process of its own for the tests of projects:
//   label FILE          sets labels one after the other, prints "part number" after each, never ends
//   paint FILE          paints line `number` of one part after the other, prints "part number" after each,
//                       never ends
//   score FILE          starts a run, prints its id, adds maps and scores in small transactions, prints parts
//   append FILE COUNT   adds COUNT audit entries, one transaction each
//   running FILE        starts a run, prints its id, waits for the end of its input
//   hold FILE           begins a transaction, prints "held", waits for the end of its input
//   fill FILE BYTES     writes with a limit on the size of files until it fails; prints the error's code
//   filldisk FOLDER     the same on a small disk of its own, mounted there
//   nobody FILE rw|ro   opens as a user without rights; prints "opened N" (parts) or the error's code
#include <csignal>
#include <iostream>
#include <string>

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "core/project/project.h"

namespace {
using namespace segad;

void say(const std::string& line) {
    std::cout << line << std::endl;  // flushed: the reader counts on it
}

void waitForRelease() {
    std::cin.ignore(1);
}

int label(Project& project) {
    const std::vector<PartRecord> parts = project.parts().all();
    for (int number = 1;; ++number) {
        const PartId part = parts[static_cast<std::size_t>(number) % parts.size()].id;
        const Parts::LabelChange change{.part = part,
                                        .label = number % 2 == 0 ? Label::Good : Label::Bad,
                                        .note = std::to_string(number)};
        project.parts().setLabels({&change, 1}, "user");
        say(std::to_string(part) + ' ' + std::to_string(number));
    }
}

int paint(Project& project) {
    const std::vector<PartRecord> parts = project.parts().all();
    for (int number = 1;; ++number) {
        const PartRecord& part = parts[static_cast<std::size_t>(number) % parts.size()];
        cv::Mat mask = cv::Mat::zeros(part.height, part.width, CV_8UC1);
        mask.row(number % part.height).setTo(255);
        project.regions().put(part.id, mask);
        say(std::to_string(part.id) + ' ' + std::to_string(number));
    }
}

int score(Project& project) {
    const RunId run = project.runs().start({.kind = RunKind::Train, .subject = "patchcore"});
    say(std::to_string(run));
    for (const PartRecord& part : project.parts().all()) {
        const AnomalyMap map(cv::Mat(64, 64, CV_32FC1, cv::Scalar(static_cast<double>(part.id))), part.path);
        Transaction transaction = project.transaction();
        project.maps().put(run, part.id, map);
        const ScoreRecord score{.part = part.id, .imageScore = 1, .mapMax = map.maximum()};
        project.runs().putScores(run, {&score, 1});
        transaction.commit();
        say(std::to_string(part.id));
    }
    waitForRelease();
    return 0;
}

int append(Project& project, int count) {
    for (int i = 0; i < count; ++i)
        project.audit().add("append", std::to_string(::getpid()), {{"number", i}});
    return 0;
}

int running(Project& project) {
    say(std::to_string(project.runs().start({.kind = RunKind::Train, .subject = "patchcore"})));
    waitForRelease();
    return 0;
}

int hold(Project& project) {
    const Transaction transaction = project.transaction();
    say("held");
    waitForRelease();
    return 0;
}

void writeUntilItFails(Project& project) {
    try {
        for (int i = 0;; ++i) {
            project.setSetting("filler " + std::to_string(i), std::string(10'000, 'x'));
            say(std::to_string(i));
        }
    } catch (const Error& error) {
        say(std::string(toString(error.code())));
    }
}

int fill(Project& project, rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 1;
    writeUntilItFails(project);
    return 0;
}

int fillDisk(const Path& folder) {
    // In a mount namespace of its own: gone with the process.
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=2m") != 0) {
        return 77;
    }
    {
        Project project = Project::create(folder / "p.segad");
        writeUntilItFails(project);
    }
    const Project again = Project::open(folder / "p.segad", true);
    say(again.check().empty() && again.setting("filler 5") ? "sound" : "damaged");
    return 0;
}

int asNobody(const Path& file, bool readOnly) {
    constexpr uid_t kNobody = 65534;
    if (::setresgid(kNobody, kNobody, kNobody) != 0 || ::setresuid(kNobody, kNobody, kNobody) != 0) return 77;
    try {
        Project project = Project::open(file, readOnly);
        say("opened " + std::to_string(project.parts().count()));
    } catch (const Error& error) {
        say(std::string(toString(error.code())));
    }
    return 0;
}
}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const std::string what = argv[1];
    const Path file = argv[2];
    const std::string more = argc > 3 ? argv[3] : "";
    try {
        if (what == "nobody") return asNobody(file, more == "ro");
        if (what == "filldisk") return fillDisk(file);
        Project project = Project::open(file);
        if (what == "label") return label(project);
        if (what == "paint") return paint(project);
        if (what == "score") return score(project);
        if (what == "append") return append(project, std::stoi(more));
        if (what == "running") return running(project);
        if (what == "hold") return hold(project);
        if (what == "fill") return fill(project, std::stoul(more));
    } catch (const Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 2;
}
