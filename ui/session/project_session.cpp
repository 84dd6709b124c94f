#include "ui/session/project_session.h"

#include <QThreadPool>
#include <algorithm>

#include "core/base/log.h"
#include "core/project/set_aside.h"
#include "ui/session/background.h"
#include "ui/session/label_command.h"
#include "ui/session/live_results.h"
#include "ui/session/region_book.h"
#include "ui/session/run_removal.h"

namespace segad::ui {

namespace {
constexpr int kPollMilliseconds = 700;
constexpr std::size_t kAuditEntries = 1000;

struct Loaded {
    std::shared_ptr<ProjectData> data;
    std::optional<Project> handle;  ///< for the GUI thread, from the first loading
    std::optional<Project> writer;  ///< for the thread that writes, where that is allowed
    std::optional<ErrorCode> writeRefused;
    std::int64_t token = -1;  ///< of the handle, from before the lists were read
    QString error;
};

/// What keeps one from writing and not from reading.
bool isAboutWriting(ErrorCode code) {
    return code == ErrorCode::PermissionDenied || code == ErrorCode::DiskFull || code == ErrorCode::Locked;
}

/// For writing, or for reading only where that is all there is.
void open(const Path& file, Loaded& loaded) {
    try {
        loaded.handle = Project::open(file);
    } catch (const Error& error) {
        if (!isAboutWriting(error.code())) throw;
        try {
            loaded.handle = Project::open(file, true);
        } catch (const Error& toRead) {
            if (toRead.code() == ErrorCode::Unsupported) throw;
            throw error;  // NOLINT(cert-err60-cpp): the first refusal is the one to act on
        }
        loaded.writeRefused = error.code();
    }
}

bool sameFolders(const ProjectData& a, const ProjectData& b) {
    return std::ranges::equal(a.sources, b.sources, {}, &SourceRecord::path, &SourceRecord::path);
}

Loaded loadQuietly(const Path& file, bool first) {
    try {
        // The first opening checks the file and may migrate an older schema: not on the GUI thread.
        Loaded loaded;
        if (first) {
            open(file, loaded);
            if (!loaded.handle->readOnly()) loaded.writer = Project::open(file);
            loaded.token = (loaded.writer ? *loaded.writer : *loaded.handle).changeToken();
        }
        loaded.data = loadProjectData(file);
        return loaded;
    } catch (const Error& error) {
        return {.error = errorText(error)};
    }
}

/// Parts whose regions are others, more or fewer in `after`.
std::vector<PartId> differingRegions(const ProjectData& before, const ProjectData& after) {
    std::vector<PartId> parts;
    for (const auto& [part, record] : after.regions) {
        const auto old = before.regions.find(part);
        if (old == before.regions.end() || old->second != record) parts.push_back(part);
    }
    for (const auto& [part, record] : before.regions) {
        if (!after.regions.contains(part)) parts.push_back(part);
    }
    return parts;
}
}  // namespace

ProjectSession::ProjectSession(const Path& file, QObject* parent)
    : QObject(parent),
      file_(file),
      data_(std::make_shared<ProjectData>()),
      regionBook_(std::make_unique<RegionBook>(*this)),
      live_(std::make_unique<LiveResults>(*this)) {
    poll_.setInterval(kPollMilliseconds);
    connect(&poll_, &QTimer::timeout, this, &ProjectSession::pollForChanges);
    connect(&jobs_, &JobQueue::jobFinished, this, &ProjectSession::refresh);
    jobs_.setPreparation([this] { writes_.finish(); });
    connect(&writes_, &WriteQueue::idle, this, [this] {
        if (loadAgain_ && !loading_) {
            loadAgain_ = false;
            load();
        }
    });
    load();
}

ProjectSession::~ProjectSession() {
    writes_.finish();
    if (!removesRuns_) return;
    // Maps of a large run take seconds to delete: nobody has to watch.
    QThreadPool::globalInstance()->start([file = file_] {
        try {
            removeRunsSetAside(file);
        } catch (const Error& error) {
            log::warn(error.what());
        }
    });
}

QString ProjectSession::name() const {
    return QString::fromStdString(toUtf8(file_.stem()));
}

QString ProjectSession::readOnlyReason() const {
    if (!writeRefused_) return {};
    switch (*writeRefused_) {
        case ErrorCode::DiskFull:
            return tr("the disk is full");
        case ErrorCode::Locked:
            return tr("another program does not let go of the project");
        default:
            return tr("the project or its folder is write-protected");
    }
}

void ProjectSession::load() {
    if (loading_) {
        loadAgain_ = true;
        return;
    }
    loading_ = true;
    runInBackground(
        this, *QThreadPool::globalInstance(),
        [file = file_, first = !isOpen()] { return loadQuietly(file, first); },
        [this, generation = editGeneration_](Loaded loaded) {
            loading_ = false;
            if (!loaded.data) {
                if (isOpen())
                    Q_EMIT errorOccurred(loaded.error);
                else
                    Q_EMIT openFailed(loaded.error);
                return;
            }
            if (loaded.handle) {
                project_ = std::move(loaded.handle);
                writeRefused_ = loaded.writeRefused;
                tokenSeen_ = loaded.token;
                if (loaded.writer) writes_.setProject(*std::move(loaded.writer));
            }
            // Labels and regions set while the snapshot was being read are newer than it.
            if (generation == editGeneration_ && writes_.isIdle())
                adopt(std::move(loaded.data));
            else
                loadAgain_ = true;
            if (writes_.isIdle() && std::exchange(loadAgain_, false)) load();
        });
}

void ProjectSession::adopt(std::shared_ptr<ProjectData> data) {
    const bool first = !std::exchange(announced_, true);
    if (first) {
        poll_.start();
        for (const Error& notice : project_->notices())
            reportError(notice);
    }
    const std::vector<PartId> repainted = first ? std::vector<PartId>{} : differingRegions(*data_, *data);
    const bool moved = !first && !sameFolders(*data_, *data);
    data_ = std::move(data);
    const auto detectors = data_->scoredRuns(RunKind::Train);
    const bool runGone =
        std::ranges::none_of(detectors, [this](const RunRecord* run) { return run->id == shownRun_; });
    if (runGone) shownRun_ = detectors.empty() ? 0 : detectors.front()->id;
    if (!data_->rowOf.contains(currentPart_))
        currentPart_ = data_->parts.empty() ? 0 : data_->parts.front().id;
    view_.setShownRun(shownRun_);
    view_.setData(data_);
    if (first) Q_EMIT opened();
    if (moved) Q_EMIT picturesMoved();
    Q_EMIT dataChanged();
    for (const PartId part : repainted)
        Q_EMIT regionsChanged(part);
    if (runGone) Q_EMIT shownRunChanged(shownRun_);
    Q_EMIT currentPartChanged(currentPart_);
}

void ProjectSession::pollForChanges() {
    if (!isOpen()) return;
    try {
        const auto token = isReadOnly() ? std::optional(project_->changeToken()) : writes_.changeToken();
        if (!token || *token == tokenSeen_) return;
        tokenSeen_ = *token;
        load();
    } catch (const Error& error) {
        poll_.stop();
        reportError(error);
    }
}

void ProjectSession::refresh() {
    pollForChanges();
}

Path ProjectSession::imageFile(const PartRecord& part) const {
    return project_->parts().imageFile(part);
}

const PartRecord* ProjectSession::currentRecord() const {
    const auto row = data_->rowOf.find(currentPart_);
    return row == data_->rowOf.end() ? nullptr : &data_->parts[row->second];
}

void ProjectSession::setCurrentPart(PartId part) {
    if (part == currentPart_ || !data_->rowOf.contains(part)) return;
    currentPart_ = part;
    Q_EMIT currentPartChanged(part);
}

void ProjectSession::setShownRun(RunId run) {
    if (run == shownRun_) return;
    shownRun_ = run;
    view_.setShownRun(run);
    Q_EMIT shownRunChanged(run);
}

std::vector<PartId> ProjectSession::selection() const {
    std::vector<PartId> parts = view_.selected();
    if (parts.empty() && currentPart_ != 0) parts.push_back(currentPart_);
    return parts;
}

std::optional<Parts::LabelChange> ProjectSession::labelOf(PartId part) const {
    const auto row = data_->rowOf.find(part);
    if (row == data_->rowOf.end()) return std::nullopt;
    const PartRecord& record = data_->parts[row->second];
    return Parts::LabelChange{part, record.label, record.defectType, record.note};
}

void ProjectSession::setLabel(std::span<const PartId> parts, Label label) {
    std::vector<Parts::LabelChange> changes;
    for (const PartId id : parts) {
        auto change = labelOf(id);
        if (!change || change->label == label) continue;
        change->label = label;
        if (label != Label::Bad) change->defectType.clear();
        changes.push_back(std::move(*change));
    }
    const QString word = label == Label::Good  ? tr("good")
                         : label == Label::Bad ? tr("bad")
                                               : tr("unlabelled");
    pushLabels(std::move(changes), tr("Label %1").arg(word));
}

void ProjectSession::setDefectType(std::span<const PartId> parts, const QString& defectType) {
    const std::string type = defectType.toStdString();
    if (!type.empty()) lastDefectType_ = defectType;
    std::vector<Parts::LabelChange> changes;
    for (const PartId id : parts) {
        auto change = labelOf(id);
        const bool bad = change && change->label == Label::Bad;
        if (!change || (change->defectType == type && (bad || type.empty()))) continue;
        change->defectType = type;
        if (!type.empty()) change->label = Label::Bad;
        changes.push_back(std::move(*change));
    }
    pushLabels(std::move(changes),
               type.empty() ? tr("Defect type removed") : tr("Defect type %1").arg(defectType));
}

void ProjectSession::setNote(std::span<const PartId> parts, const QString& note) {
    const std::string text = note.toStdString();
    std::vector<Parts::LabelChange> changes;
    for (const PartId id : parts) {
        auto change = labelOf(id);
        if (!change || change->note == text) continue;
        change->note = text;
        changes.push_back(std::move(*change));
    }
    pushLabels(std::move(changes), text.empty() ? tr("Note removed") : tr("Note"));
}

bool ProjectSession::mayWrite() {
    if (isReadOnly()) Q_EMIT errorOccurred(tr("Not possible: %1.").arg(readOnlyReason()));
    return isOpen() && !isReadOnly();
}

void ProjectSession::pushLabels(std::vector<Parts::LabelChange> changes, const QString& text) {
    if (changes.empty() || !mayWrite()) return;
    const QString counted =
        changes.size() == 1 ? text : tr("%1 (%n parts)", nullptr, static_cast<int>(changes.size())).arg(text);
    std::vector<Parts::LabelChange> before;
    before.reserve(changes.size());
    for (const Parts::LabelChange& change : changes)
        before.push_back(labelOf(change.part).value_or(Parts::LabelChange{.part = change.part}));
    undoStack_.push(new LabelCommand(*this, std::move(before), std::move(changes), counted));
}

std::optional<cv::Mat> ProjectSession::regions(PartId part) {
    // Those that are being painted are in the book; this is for one that it has put away.
    if (regionsUnderway_.contains(part)) writes_.finish();
    if (!data_->regions.contains(part)) return std::nullopt;
    try {
        return project_->regions().get(part);
    } catch (const Error& error) {
        reportError(error);
        return std::nullopt;
    }
}

void ProjectSession::removeRuns(std::vector<RunId> runs) {
    if (runs.empty() || !mayWrite()) return;
    const QString text = runs.size() == 1 ? tr("Delete run %1").arg(runs.front())
                                          : tr("Delete %n run(s)", nullptr, static_cast<int>(runs.size()));
    undoStack_.push(new RunRemoval(*this, std::move(runs), text));
}

LossCurve ProjectSession::lossCurve(RunId run) const {
    return project_->runs().lossCurve(run);
}

std::vector<RocPointRecord> ProjectSession::roc(EvaluationId evaluation) const {
    return project_->evaluations().roc(evaluation);
}

std::vector<LabelHistoryRecord> ProjectSession::history(PartId part) const {
    return project_->parts().labelHistory(part);
}

std::vector<AuditRecord> ProjectSession::auditOf(const std::string& subject) const {
    return project_->audit().latest(kAuditEntries, subject);
}

}  // namespace segad::ui
