// What people do to a project, on its way into the file.
#include <QTimer>
#include <algorithm>
#include <unordered_set>

#include "core/project/label_steps.h"
#include "core/project/set_aside.h"
#include "ui/session/label_command.h"
#include "ui/session/project_session.h"

namespace segad::ui {

namespace {
/// More labels are not waited for.
constexpr std::size_t kFewLabels = 200;

/// The step itself, or all that it consists of.
bool isRefused(const QUndoCommand& step) {
    if (const auto* written = dynamic_cast<const WrittenStep*>(&step)) return written->isRefused();
    if (step.childCount() == 0) return false;
    for (int i = 0; i < step.childCount(); ++i)
        if (!isRefused(*step.child(i))) return false;
    return true;
}

/// Each part of `changes` that is not among `others`.
std::vector<Parts::LabelChange> without(const std::vector<Parts::LabelChange>& changes,
                                        const std::vector<PartId>& others) {
    if (others.empty()) return changes;
    const std::unordered_set<PartId> left(others.begin(), others.end());
    std::vector<Parts::LabelChange> kept;
    std::ranges::copy_if(changes, std::back_inserter(kept),
                         [&](const Parts::LabelChange& change) { return !left.contains(change.part); });
    return kept;
}
}  // namespace

void ProjectSession::takeBack(const Error& error) {
    reportError(error);
    ++editGeneration_;
    load();
    // Not from within a step: the stack is at work then.
    QTimer::singleShot(0, this, &ProjectSession::dropRefused);
}

void ProjectSession::dropRefused() {
    while (undoStack_.canUndo() && isRefused(*undoStack_.command(undoStack_.index() - 1)))
        undoStack_.undo();
    while (undoStack_.canRedo() && isRefused(*undoStack_.command(undoStack_.index())))
        undoStack_.redo();
}

void ProjectSession::writeLabels(const std::shared_ptr<LabelChanges>& step, LabelWay way,
                                 const std::shared_ptr<bool>& refused) {
    if (*refused) return;  // it never happened, and goes now
    auto others = std::make_shared<std::vector<PartId>>();
    auto shown = std::make_shared<bool>(false);
    const auto work = [step, way, others](Project& project) {
        switch (way) {
            case LabelWay::First:
                step->found = segad::replaceLabels(project, step->after, "user");
                break;
            case LabelWay::Undo:
                *others = replaceLabelsIf(project, step->after, step->found, "undo");
                break;
            case LabelWay::Redo:
                *others = replaceLabelsIf(project, step->found, step->after, "redo");
                break;
        }
    };
    const auto then = [this, step, way, others, refused, shown](const Error* error) {
        ++editGeneration_;  // what was read meanwhile is older
        *refused = error != nullptr || (!others->empty() && others->size() == step->after.size());
        if (error != nullptr) {
            if (*shown)
                takeBack(*error);
            else
                reportError(*error);
            return;
        }
        if (way == LabelWay::First) step->before = step->found;
        if (others->empty()) return;
        Q_EMIT errorOccurred(tr("%n part(s) were labelled elsewhere meanwhile and keep that label.", nullptr,
                                static_cast<int>(others->size())));
        load();
        if (*shown) QTimer::singleShot(0, this, &ProjectSession::dropRefused);
    };
    writes_.write(work, then,
                  step->after.size() <= kFewLabels ? WriteQueue::Waits::Briefly : WriteQueue::Waits::No);
    if (*refused) return;
    *shown = true;
    const auto& changes = way == LabelWay::Undo ? step->before : step->after;
    showLabels(writes_.isIdle() ? without(changes, *others) : changes);
}

void ProjectSession::showLabels(const std::vector<Parts::LabelChange>& changes) {
    ++editGeneration_;
    std::vector<PartId> changed;
    std::vector<PartId> reworded;
    changed.reserve(changes.size());
    for (const Parts::LabelChange& change : changes) {
        const auto row = data_->rowOf.find(change.part);
        if (row == data_->rowOf.end()) continue;
        PartRecord& part = data_->parts[row->second];
        changed.push_back(change.part);
        part.label = change.label;
        if (part.defectType == change.defectType && part.note == change.note) continue;
        part.defectType = change.defectType;
        part.note = change.note;
        reworded.push_back(change.part);
    }
    data_->index.update(*data_, changed, reworded);
    view_.onLabelsChanged();
    Q_EMIT labelsChanged(changed);
}

bool ProjectSession::setRegions(PartId part, const cv::Mat& mask, std::shared_ptr<bool> refused) {
    if (!mayWrite()) return false;
    if (!refused) refused = std::make_shared<bool>(false);
    auto record = std::make_shared<std::optional<RegionRecord>>();
    auto shown = std::make_shared<bool>(false);
    regionsUnderway_.insert(part);
    writes_.write(
        // A copy: one may paint on before it is written.
        [part, copy = mask.clone(), record](Project& project) {
            project.regions().put(part, copy);
            *record = project.regions().find(part);
        },
        [this, part, record, refused, shown](const Error* error) {
            regionsUnderway_.extract(part);
            *refused = error != nullptr;
            if (error == nullptr) {
                regionsStored(part, *record);
            } else if (*shown) {
                takeBack(*error);
                Q_EMIT regionsChanged(part);
            } else {
                reportError(*error);
            }
        });
    *shown = true;
    return !*refused;
}

void ProjectSession::regionsStored(PartId part, const std::optional<RegionRecord>& record) {
    ++editGeneration_;
    if (record)
        data_->regions.insert_or_assign(part, *record);
    else
        data_->regions.erase(part);
    storesRegions_ = true;
    Q_EMIT regionsChanged(part);
    storesRegions_ = false;
}

void ProjectSession::writeRemoval(const std::vector<RunId>& runs, bool remove,
                                  const std::shared_ptr<bool>& refused) {
    if (*refused) return;
    auto shown = std::make_shared<bool>(false);
    removesRuns_ = true;
    writes_.write(
        [file = file_, runs, remove](Project&) {
            if (remove)
                setRunsAside(file, runs);
            else
                bringRunsBack(file, runs);
        },
        [this, refused, shown](const Error* error) {
            *refused = error != nullptr;
            if (error == nullptr)
                load();
            else if (*shown)
                takeBack(*error);
            else
                reportError(*error);
        });
    *shown = true;
}

}  // namespace segad::ui
