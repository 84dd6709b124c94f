// QCustomPlot's header uses Qt's lower-case keywords, which are off in this project. Only .cpp files
// include this.
#pragma once

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach
