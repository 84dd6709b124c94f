// What a threshold gets wrong, with links that show these parts in the gallery.
#pragma once

#include <QWidget>
#include <vector>

#include "core/workflow/ranked_parts.h"

class QLabel;
class QToolButton;

namespace segad::ui {

class ProjectSession;

/// Shows these parts, and only these, in the gallery; `words` say what they are.
void showInGallery(ProjectSession& session, const QString& words, const std::vector<PartId>& parts);

class ErrorLinks : public QWidget {
    Q_OBJECT

public:
    explicit ErrorLinks(ProjectSession& session, QWidget* parent = nullptr);

    /// Of a threshold of `scorer`. The missed parts appear in the gallery at once; the others when there are
    /// none.
    void setErrors(const QString& scorer, double threshold, const RankingErrors& errors);
    /// Nothing is chosen any more.
    void clear();

private:
    void showParts(bool missed);

    ProjectSession& session_;
    QLabel* words_;
    QToolButton* missed_;
    QToolButton* rejected_;
    QString scorer_;
    RankingErrors errors_;
};

}  // namespace segad::ui
