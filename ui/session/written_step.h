// A step of undo that is written to the file, which may refuse it after the window has gone on.
#pragma once

#include <QUndoCommand>
#include <memory>

namespace segad::ui {

class WrittenStep : public QUndoCommand {
public:
    using QUndoCommand::QUndoCommand;

    /// It has not happened: it must not stay on the stack as if it had.
    bool isRefused() const { return *refused_; }

protected:
    /// Shared with the write that is on its way, which may outlive the step.
    const std::shared_ptr<bool>& refusal() const { return refused_; }

private:
    std::shared_ptr<bool> refused_ = std::make_shared<bool>(false);
};

}  // namespace segad::ui
