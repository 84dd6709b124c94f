// What went wrong since the window was opened: newest first, repetitions folded into one line. Nothing is
// shown in a box of its own; the window shows this list.
//
// Threads: GUI thread only.
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QString>
#include <vector>

namespace segad::ui {

class JobQueue;
class ProjectSession;

struct Message {
    enum class Kind { Warning, Error };

    Kind kind = Kind::Error;
    QString about;   ///< the file, part, parameter or job
    QString what;    ///< what happened to it
    QString remedy;  ///< what to do; may be empty
    QDateTime when;  ///< the last time
    int times = 1;

    /// In one line: "about: what. remedy".
    QString line() const;
    bool saysTheSameAs(const Message& other) const;
};

class MessageLog : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, About, What, Remedy, kColumns };

    explicit MessageLog(QObject* parent = nullptr);

    void add(Message message);
    void clear();

    /// Adds why jobs fail, and what they warn of.
    void watch(JobQueue& jobs);
    /// The same for the jobs of a session, and every error that it reports.
    void watch(ProjectSession& session);

    const std::vector<Message>& messages() const { return messages_; }
    /// Those added since the list was last looked at.
    int unseen() const { return unseen_; }
    void setSeen();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void added(const segad::ui::Message& message);
    /// Another count, nothing unseen any more, or an empty list.
    void countChanged();

private:
    void addFailure(const JobQueue& jobs, quint64 id);

    std::vector<Message> messages_;
    int unseen_ = 0;
};

}  // namespace segad::ui
