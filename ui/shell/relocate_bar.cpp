#include "ui/shell/relocate_bar.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QThreadPool>
#include <algorithm>

#include "core/base/log.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
std::vector<MissingSource> lookQuietly(const Path& file) {
    try {
        return missingSources(Project::open(file, true));
    } catch (const Error& error) {
        log::warn(error.what());
        return {};
    }
}

QString shown(const Path& folder) {
    return QDir::toNativeSeparators(QString::fromStdString(toUtf8(folder)));
}

QStringList foldersOf(const ProjectData& project) {
    QStringList folders;
    for (const SourceRecord& source : project.sources)
        folders << QString::fromStdString(source.path);
    return folders;
}
}  // namespace

RelocateBar::RelocateBar(ProjectSession& session, QWidget* parent)
    : NoticeBar(tr("Missing images"), parent),
      session_(session),
      use_(makeAction(this, QStringLiteral("good"), tr("Use it"),
                      tr("Compare the images in this folder with those that were imported, then use it"),
                      QStringLiteral("Ctrl+Alt+U"))),
      locate_(makeAction(this, QStringLiteral("folder"), tr("Locate …"),
                         tr("Choose the folder that the images have moved to"),
                         QStringLiteral("Ctrl+Alt+L"))) {
    addAction(use_);
    addAction(locate_);
    setClosable(true);
    connect(use_, &QAction::triggered, this, [this] {
        if (!missing_.empty() && !missing_.front().likely.empty())
            relocateTo(QString::fromStdString(toUtf8(missing_.front().likely.front())));
    });
    connect(locate_, &QAction::triggered, this, &RelocateBar::chooseFolder);
    connect(this, &NoticeBar::putAway, this, [this] {
        if (!missing_.empty()) putAway_.push_back(missing_.front().source);
        present(missing_);
    });
    connect(&session_, &ProjectSession::dataChanged, this, [this] {
        if (foldersOf(session_.data()) != folders_) look();
    });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive && !missing_.empty()) look();
    });
    connect(&session_.jobs(), &JobQueue::jobFinished, this, &RelocateBar::onJobFinished);
    look();
}

void RelocateBar::look() {
    folders_ = foldersOf(session_.data());
    if (looking_) {
        again_ = true;
        return;
    }
    looking_ = true;
    runInBackground(
        this, *QThreadPool::globalInstance(), [file = session_.file()] { return lookQuietly(file); },
        [this](std::vector<MissingSource> missing) {
            looking_ = false;
            present(std::move(missing));
            if (std::exchange(again_, false)) look();
        });
}

void RelocateBar::present(std::vector<MissingSource> missing) {
    missing_ = std::move(missing);
    std::erase_if(missing_, [this](const MissingSource& source) {
        return std::ranges::find(putAway_, source.source) != putAway_.end();
    });
    setVisible(!missing_.empty());
    if (!missing_.empty()) {
        const MissingSource& first = missing_.front();
        const bool known = !first.likely.empty();
        QString text = tr("The %n image(s) of %1 are not there.", nullptr, static_cast<int>(first.parts))
                           .arg(shown(first.folder));
        if (known) text += QLatin1Char(' ') + tr("They may be in %1.").arg(shown(first.likely.front()));
        if (missing_.size() > 1) {
            text += QLatin1Char(' ') +
                    tr("%n more folder(s) are missing.", nullptr, static_cast<int>(missing_.size()) - 1);
        }
        const bool works = job_ == 0 && !session_.isReadOnly();
        use_->setVisible(known);
        use_->setEnabled(works);
        locate_->setEnabled(works);
        say(text);
    }
    Q_EMIT looked();
}

void RelocateBar::chooseFolder() {
    if (missing_.empty()) return;
    auto* dialog =
        new QFileDialog(this, tr("Where are the images of %1?").arg(shown(missing_.front().folder)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(QString::fromStdString(toUtf8(session_.file().parent_path())));
    connect(dialog, &QFileDialog::fileSelected, this, &RelocateBar::relocateTo);
    dialog->open();
}

void RelocateBar::relocateTo(const QString& folder) {
    if (missing_.empty() || job_ != 0) return;
    use_->setEnabled(false);
    locate_->setEnabled(false);
    job_ = session_.jobs().enqueue(tr("Compare images in %1").arg(QDir(folder).dirName()),
                                   [file = session_.file(), source = missing_.front().source,
                                    to = Path(folder.toStdString())](Job& job) {
                                       relocateSource(file, source, to, job);
                                       return tr("The images are there");
                                   });
}

void RelocateBar::onJobFinished(quint64 id) {
    if (id != job_) return;
    job_ = 0;
    // Why it failed is said by the job bar; here is still what to do.
    look();
}

}  // namespace segad::ui
