#include "ui/session/message_log.h"

#include <QLocale>
#include <algorithm>

#include "ui/session/project_session.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/window_remedy.h"

namespace segad::ui {

namespace {
/// Who has not read five hundred will not read more.
constexpr std::size_t kMost = 500;
}  // namespace

QString Message::line() const {
    return problemLine(about, what, remedy);
}

bool Message::saysTheSameAs(const Message& other) const {
    return kind == other.kind && about == other.about && what == other.what && remedy == other.remedy;
}

MessageLog::MessageLog(QObject* parent) : QAbstractTableModel(parent) {}

void MessageLog::add(Message message) {
    message.when = QDateTime::currentDateTime();
    const auto before =
        std::ranges::find_if(messages_, [&](const Message& known) { return known.saysTheSameAs(message); });
    if (before != messages_.end()) {
        message.times = before->times + 1;
        const int row = static_cast<int>(before - messages_.begin());
        beginRemoveRows({}, row, row);
        messages_.erase(before);
        endRemoveRows();
    } else if (messages_.size() == kMost) {
        beginRemoveRows({}, static_cast<int>(kMost) - 1, static_cast<int>(kMost) - 1);
        messages_.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    messages_.insert(messages_.begin(), message);
    endInsertRows();
    ++unseen_;
    Q_EMIT added(message);
    Q_EMIT countChanged();
}

void MessageLog::clear() {
    beginResetModel();
    messages_.clear();
    endResetModel();
    unseen_ = 0;
    Q_EMIT countChanged();
}

void MessageLog::setSeen() {
    if (std::exchange(unseen_, 0) != 0) Q_EMIT countChanged();
}

void MessageLog::watch(JobQueue& jobs) {
    connect(&jobs, &JobQueue::jobFinished, this, [this, &jobs](quint64 id) { addFailure(jobs, id); });
}

void MessageLog::watch(ProjectSession& session) {
    watch(session.jobs());
    connect(&session, &ProjectSession::errorOccurred, this,
            [this](const QString& what, const QString& about, const QString& remedy) {
                add({.about = about, .what = what, .remedy = remedy});
            });
}

void MessageLog::addFailure(const JobQueue& jobs, quint64 id) {
    const JobView* job = jobs.find(id);
    if (job == nullptr) return;
    for (const QString& warning : job->warnings)
        add({.kind = Message::Kind::Warning, .about = job->title, .what = warning});
    if (job->state == JobState::Failed) add({.about = job->title, .what = job->message});
}

int MessageLog::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(messages_.size());
}

int MessageLog::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant MessageLog::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Message& message = messages_[static_cast<std::size_t>(index.row())];
    const bool isError = message.kind == Message::Kind::Error;
    if (role == Qt::ToolTipRole) return message.line();
    if (role == Qt::ForegroundRole && index.column() == What && isError) return labelColor(Label::Bad);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
        case When: {
            const QString time = QLocale().toString(message.when.time(), QLocale::ShortFormat);
            return message.times == 1 ? time : tr("%1, %2 times").arg(time).arg(message.times);
        }
        case About:
            return message.about;
        case What:
            return isError ? tr("✕ %1").arg(message.what) : tr("⚠ %1").arg(message.what);
        default:
            return message.remedy;
    }
}

QVariant MessageLog::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QStringList names{tr("When"), tr("About"), tr("What happened"), tr("What to do")};
    return names.value(section);
}

}  // namespace segad::ui
