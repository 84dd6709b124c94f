<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>segad::ui</name>
    <message>
        <source>Finds defective parts from images.</source>
        <translation>从图像中找出有缺陷的零件。</translation>
    </message>
    <message>
        <source>Print the time until the window is painted, then quit</source>
        <translation>输出窗口绘制完成所需的时间，然后退出</translation>
    </message>
    <message>
        <source>Keep pictures of every place of the window, then quit</source>
        <translation>保存窗口各处的截图，然后退出</translation>
    </message>
    <message>
        <source>Project file to open; with --inspect: folder to inspect</source>
        <translation>要打开的项目文件；配合 --inspect：要检测的文件夹</translation>
    </message>
    <message>
        <source>Inspect the folder with a package (.segad-model), at once</source>
        <translation>用检测包（.segad-model）立即检测该文件夹</translation>
    </message>
    <message>
        <source>With --inspect: fill the screen, without menus</source>
        <translation>配合 --inspect：占满屏幕，无菜单</translation>
    </message>
</context>
<context>
    <name>segad::ui::AblationPanel</name>
    <message>
        <source>Models shown</source>
        <translation>显示的模型</translation>
    </message>
    <message>
        <source>Which models the plot and the table show</source>
        <translation>图表和表格中显示哪些模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>AUROC %</source>
        <translation>AUROC %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>AP %</source>
        <translation>AP %</translation>
    </message>
    <message>
        <source>FPR@95TPR %</source>
        <translation>FPR@95TPR %</translation>
    </message>
    <message>
        <source>To best bare</source>
        <translation>与最佳检测器之差</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>偶然性</translation>
    </message>
    <message>
        <source>ms/part</source>
        <translation>毫秒/件</translation>
    </message>
    <message>
        <source>Models side by side</source>
        <translation>模型并列比较</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>比较模型</translation>
    </message>
    <message>
        <source>Fit every kind of forest on every set of detectors, ten times each, and judge them beside the bare detectors; nothing but the table is kept</source>
        <translation>在每种检测器组合上将每类森林各拟合十次，并与单独的检测器一同评估；只保留表格</translation>
    </message>
    <message>
        <source>Write the bars as PNG, SVG, PDF or CSV</source>
        <translation>将条形图保存为 PNG、SVG、PDF 或 CSV</translation>
    </message>
    <message>
        <source>all models</source>
        <translation>全部模型</translation>
    </message>
    <message>
        <source>detectors and %1</source>
        <translation>检测器与 %1</translation>
    </message>
    <message>
        <source>what is lost without a detector or segment</source>
        <translation>去掉某个检测器或区域的损失</translation>
    </message>
    <message>
        <source>Which model is best</source>
        <translation>哪个模型最好</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1，不含 %2</translation>
    </message>
    <message>
        <source>No forest is better than the best bare detector, %1 (AUROC %2 %).</source>
        <translation>没有森林优于最佳单独检测器 %1（AUROC %2 %）。</translation>
    </message>
    <message>
        <source>Best: %1 (AUROC %2 %), against %3 % of the best bare detector, %4.</source>
        <translation>最佳：%1（AUROC %2 %），最佳单独检测器 %4 为 %3 %。</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 点</translation>
    </message>
    <message>
        <source>The difference of %1 is hardly chance (DeLong&apos;s paired test, %2).</source>
        <translation>差值 %1 不太可能是偶然（DeLong 配对检验，%2）。</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1
Detectors: %2</source>
        <translation>%1
检测器：%2</translation>
    </message>
    <message>
        <source>Not compared yet. Every kind of forest is fitted on every set of detectors, with the ten seeds of the paper, and judged beside the bare detectors: it shows what the forest adds, and which detectors you could do without.</source>
        <translation>尚未比较。将用论文的十个种子在每种检测器组合上拟合每类森林，并与单独的检测器一同评估：由此可见森林带来的提升，以及哪些检测器可以省去。</translation>
    </message>
    <message numerus="yes">
        <source>Forests learn from %n bad part(s).</source>
        <translation>
            <numerusform>森林从 %n 个不良品学习。</numerusform>
        </translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>%1: AUROC %2 %</source>
        <translation>%1：AUROC %2 %</translation>
    </message>
    <message>
        <source>AUROC (%), mean ± deviation</source>
        <translation>AUROC (%)，均值 ± 标准差</translation>
    </message>
    <message>
        <source>Bars begin at 50 %, which is chance</source>
        <translation>条形从 50 %（即随机水平）开始</translation>
    </message>
    <message>
        <source>mean − and + deviation</source>
        <translation>均值 − 与 + 标准差</translation>
    </message>
    <message>
        <source>The difference of %1 may well be chance (DeLong&apos;s paired test, %2, %3 bad parts to test).</source>
        <translation>差值 %1 很可能是偶然（DeLong 配对检验，%2，%3 个不良测试件）。</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkForm</name>
    <message>
        <source>Browse …</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Which published experiment is done</source>
        <translation>进行哪个已发表的实验</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分割区</translation>
    </message>
    <message>
        <source>Where the segment maps of the parts come from</source>
        <translation>零件的分段图来自何处</translation>
    </message>
    <message>
        <source>As the dataset has them</source>
        <translation>按数据集提供的</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>How many of the paper&apos;s ten seeds</source>
        <translation>使用论文十个种子中的几个</translation>
    </message>
    <message>
        <source>Two more forests each, which show what the segments bring</source>
        <translation>各增加两个森林，显示分段带来的作用</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>A folder with train and test, or one with such a folder for each class; or maps in the layout of the SegAD repository</source>
        <translation>包含 train 和 test 的文件夹，或每个类别一个此类文件夹；也可以是 SegAD 仓库布局的异常图</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Results that are there are gone on with</source>
        <translation>已有的结果会继续</translation>
    </message>
    <message>
        <source>What the benchmark will take</source>
        <translation>基准测试所需</translation>
    </message>
    <message>
        <source>Choose the dataset</source>
        <translation>选择数据集</translation>
    </message>
    <message>
        <source>Choose the folder of the dataset</source>
        <translation>选择数据集文件夹</translation>
    </message>
    <message>
        <source>Choose the results file</source>
        <translation>选择结果文件</translation>
    </message>
    <message>
        <source>Choose where the results go</source>
        <translation>选择结果保存位置</translation>
    </message>
    <message>
        <source>&amp;Dataset</source>
        <translation>数据集(&amp;D)</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Se&amp;gments</source>
        <translation>分段(&amp;G)</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Res&amp;ults</source>
        <translation>结果(&amp;U)</translation>
    </message>
    <message>
        <source>Results of benchmarks (*%1)</source>
        <translation>基准测试结果 (*%1)</translation>
    </message>
    <message>
        <source>Name the folder of a dataset, or drop it here.</source>
        <translation>输入数据集文件夹，或将其拖到此处。</translation>
    </message>
    <message>
        <source>Choose a detector.</source>
        <translation>请选择检测器。</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n method(s)</source>
        <translation>
            <numerusform>%n 种方法</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n 个单元</numerusform>
        </translation>
    </message>
    <message>
        <source>from maps made elsewhere</source>
        <translation>来自其他程序的异常图</translation>
    </message>
    <message>
        <source>all of them are there</source>
        <translation>全部已存在</translation>
    </message>
    <message numerus="yes">
        <source>%n of them there already</source>
        <translation>
            <numerusform>其中 %n 个已存在</numerusform>
        </translation>
    </message>
    <message>
        <source>No or shuffled segments</source>
        <translation>无分段或打乱分段</translation>
    </message>
    <message>
        <source>no published figures at hand</source>
        <translation>没有可用的已发表数值</translation>
    </message>
    <message>
        <source>published figures at hand for %1 of the paper&apos;s %2 methods</source>
        <translation>论文 %2 种方法中的 %1 种有可用的已发表数值</translation>
    </message>
    <message>
        <source>P&amp;rotocol</source>
        <translation>协议(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>种子(&amp;S)</translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkPanel</name>
    <message>
        <source>Run the benchmark</source>
        <translation>运行基准测试</translation>
    </message>
    <message>
        <source>Put what is missing of the grid into the queue</source>
        <translation>将网格中缺少的部分加入队列</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the benchmark; what was computed and trained is kept</source>
        <translation>停止基准测试；已计算和已训练的内容会保留</translation>
    </message>
    <message>
        <source>Open results …</source>
        <translation>打开结果…</translation>
    </message>
    <message>
        <source>Show the results of a benchmark, of this window or of segad benchmark</source>
        <translation>显示基准测试的结果，来自本窗口或 segad benchmark</translation>
    </message>
    <message>
        <source>How far the benchmark is</source>
        <translation>基准测试的进度说明</translation>
    </message>
    <message>
        <source>Progress of the benchmark</source>
        <translation>基准测试进度</translation>
    </message>
    <message>
        <source>Benchmark %1</source>
        <translation>基准测试 %1</translation>
    </message>
    <message>
        <source>%1 cells computed, %2 were there, %3 failed</source>
        <translation>已计算 %1 个单元，%2 个已存在，%3 个失败</translation>
    </message>
    <message>
        <source>Open the results of a benchmark</source>
        <translation>打开基准测试的结果</translation>
    </message>
    <message>
        <source>Results of benchmarks (*%1)</source>
        <translation>基准测试结果 (*%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) computed</source>
        <translation>
            <numerusform>已计算 %n 个单元</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Stopped. What was computed and trained is kept: run the benchmark again to go on.</source>
        <translation>已停止。已计算和训练的内容会保留：再次运行基准测试即可继续。</translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkParams</name>
    <message>
        <source>the forests</source>
        <translation>森林</translation>
    </message>
    <message>
        <source>segments: %1</source>
        <translation>分割区：%1</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <source>For the detectors it fits; the others take the best there is. More can be imported under Settings ▸ Weights</source>
        <translation>用于适用的检测器；其余检测器使用现有最好的。可在“设置 ▸ 权重”中导入更多</translation>
    </message>
    <message>
        <source>Parameters of</source>
        <translation>参数所属</translation>
    </message>
    <message>
        <source>Whose parameters are shown below</source>
        <translation>下方显示谁的参数</translation>
    </message>
    <message>
        <source>Depart from the paper&apos;s defaults: steps, backbone, anything a detector has</source>
        <translation>偏离论文的默认设置：步数、骨干网络以及检测器的任何参数</translation>
    </message>
    <message>
        <source>as the protocol says</source>
        <translation>按协议</translation>
    </message>
    <message>
        <source>Bad parts</source>
        <translation>不良品</translation>
    </message>
    <message>
        <source>How many bad parts of each class are drawn to learn from</source>
        <translation>每个类别抽取多少不良品用于学习</translation>
    </message>
    <message>
        <source>&amp;Bad parts</source>
        <translation>不良品(&amp;B)</translation>
    </message>
    <message>
        <source>Bac&amp;kbone</source>
        <translation>骨干网络(&amp;K)</translation>
    </message>
    <message>
        <source>Para&amp;meters of</source>
        <translation>参数所属(&amp;M)</translation>
    </message>
    <message>
        <source>the best that is there</source>
        <translation>现有最好的</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message numerus="yes">
        <source>Parameters (%n changed)</source>
        <translation>
            <numerusform>参数（已更改 %n 项）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkPlot</name>
    <message>
        <source>Benchmark, class by class</source>
        <translation>按类别的基准测试</translation>
    </message>
    <message>
        <source>Mean over the repeats with its deviation; a ring is the published figure</source>
        <translation>多次重复的均值及偏差；圆环为已发表数值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>%1 (%)</source>
        <translation>%1（%）</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>published</source>
        <translation>已发表</translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkRocPlot</name>
    <message>
        <source>Mean ROC of the benchmark</source>
        <translation>基准测试的平均 ROC</translation>
    </message>
    <message>
        <source>Good parts rejected (%)</source>
        <translation>误剔除的良品 (%)</translation>
    </message>
    <message>
        <source>Rejected (%)</source>
        <translation>误剔除 (%)</translation>
    </message>
    <message>
        <source>Bad parts found (%)</source>
        <translation>检出的不良品 (%)</translation>
    </message>
    <message>
        <source>Found (%)</source>
        <translation>检出 (%)</translation>
    </message>
    <message>
        <source>Mean over the repeats; a dot is the FPR@95TPR of the table</source>
        <translation>各次重复的平均；圆点为表中的 FPR@95TPR</translation>
    </message>
    <message>
        <source>%1   AUROC %2 %, FPR@95TPR %3 %</source>
        <translation>%1   AUROC %2 %，FPR@95TPR %3 %</translation>
    </message>
    <message>
        <source>%1: with %2 % of the good parts rejected, %3 % of the bad ones are found</source>
        <translation>%1：误剔除 %2 % 的良品时，检出 %3 % 的不良品</translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkView</name>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Which figure table and plot show</source>
        <translation>表格和图显示哪个指标</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Mean ± deviation (%)</source>
        <translation>均值 ± 偏差 (%)</translation>
    </message>
    <message>
        <source>Published (%)</source>
        <translation>已发表 (%)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>Results of the benchmark</source>
        <translation>基准测试结果</translation>
    </message>
    <message>
        <source>Export table …</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>Write all figures as CSV, Markdown or LaTeX</source>
        <translation>将所有指标写为 CSV、Markdown 或 LaTeX</translation>
    </message>
    <message>
        <source>Export plot …</source>
        <translation>导出图表…</translation>
    </message>
    <message>
        <source>What the results are of</source>
        <translation>结果的来源</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n cell(s)</source>
        <translation>
            <numerusform>%1 · %2 · %n 个单元</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the benchmark</source>
        <translation>导出基准测试</translation>
    </message>
    <message>
        <source>Tables (*.csv *.md *.tex)</source>
        <translation>表格 (*.csv *.md *.tex)</translation>
    </message>
    <message>
        <source>No published figure is at hand; Published values … takes those you have</source>
        <translation>没有可用的已发表数值；可通过“已发表数值 …”录入您已有的数值</translation>
    </message>
    <message>
        <source>Entered: %1</source>
        <translation>录入：%1</translation>
    </message>
    <message>
        <source>Published figures are at hand for %1 of %2 results.</source>
        <translation>%2 个结果中有 %1 个有可用的已发表数值。</translation>
    </message>
    <message>
        <source>None for: %1.</source>
        <translation>以下没有：%1。</translation>
    </message>
    <message>
        <source>Not as in the paper: %1.</source>
        <translation>与论文不同：%1。</translation>
    </message>
    <message>
        <source>Which class table and plots show</source>
        <translation>表格和图显示哪个类别</translation>
    </message>
    <message>
        <source>Write a plot of the benchmark as PNG, SVG, PDF or CSV</source>
        <translation>将基准测试的图写为 PNG、SVG、PDF 或 CSV</translation>
    </message>
    <message>
        <source>Published values …</source>
        <translation>已发表数值 …</translation>
    </message>
    <message>
        <source>Put published figures beside the results, from a CSV or JSON file with the columns method, percent, source and, where needed, class and figure</source>
        <translation>将已发表数值列在结果旁边，取自 CSV 或 JSON 文件，列为 method、percent、source，必要时还有 class 和 figure</translation>
    </message>
    <message>
        <source>Plots of the benchmark</source>
        <translation>基准测试的图</translation>
    </message>
    <message>
        <source>&amp;Class by class</source>
        <translation>按类别(&amp;C)</translation>
    </message>
    <message>
        <source>Mean R&amp;OC</source>
        <translation>平均 R&amp;OC</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Published values for these results</source>
        <translation>这些结果的已发表数值</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json)</source>
        <translation>表格 (*.csv *.json)</translation>
    </message>
</context>
<context>
    <name>segad::ui::BreakdownPanel</name>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Figures by</source>
        <translation>分组依据</translation>
    </message>
    <message>
        <source>What the bad parts are told apart by</source>
        <translation>按什么区分不良品</translation>
    </message>
    <message>
        <source>Scores of</source>
        <translation>分数来源</translation>
    </message>
    <message>
        <source>Whose scores are judged</source>
        <translation>评估谁的分数</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>不良品</translation>
    </message>
    <message>
        <source>AUROC %</source>
        <translation>AUROC %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>FPR@95TPR %</source>
        <translation>FPR@95TPR %</translation>
    </message>
    <message>
        <source>Figures of each group</source>
        <translation>各组数值</translation>
    </message>
    <message>
        <source>Write the bars as PNG, SVG, PDF or CSV</source>
        <translation>将条形图保存为 PNG、SVG、PDF 或 CSV</translation>
    </message>
    <message>
        <source>defect type</source>
        <translation>缺陷类型</translation>
    </message>
    <message>
        <source>segment the defect lies in</source>
        <translation>缺陷所在区域</translation>
    </message>
    <message>
        <source>seen and unseen defect types</source>
        <translation>见过与未见过的缺陷类型</translation>
    </message>
    <message>
        <source>detector and forest</source>
        <translation>检测器与森林</translation>
    </message>
    <message>
        <source>all, side by side</source>
        <translation>全部并列</translation>
    </message>
    <message>
        <source>Remarks on these figures</source>
        <translation>对这些数字的说明</translation>
    </message>
    <message>
        <source>Click a row to see its bad parts in the gallery</source>
        <translation>单击一行可在图库中查看其不良品</translation>
    </message>
    <message>
        <source>live forest</source>
        <translation>实时森林</translation>
    </message>
    <message>
        <source>types learned from</source>
        <translation>学习过的类型</translation>
    </message>
    <message>
        <source>types never seen</source>
        <translation>从未见过的类型</translation>
    </message>
    <message>
        <source>no type given</source>
        <translation>未给出类型</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: AUROC %3 % (95 % interval %4) on %n bad part(s)</source>
        <translation>
            <numerusform>%1，%2：AUROC %3 %（95 % 区间 %4），%n 个不良品</numerusform>
        </translation>
    </message>
    <message>
        <source>bad parts: %1</source>
        <translation>不良品：%1</translation>
    </message>
    <message>
        <source>AUROC by %1</source>
        <translation>AUROC，按%1</translation>
    </message>
    <message>
        <source>Bad parts</source>
        <translation>不良品</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>Point at a bar to read it; click to see its parts in the gallery</source>
        <translation>指向条形可读数；单击可在图库中查看其零件</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Where the defects lie is not known: paint regions on the bad parts, or import their masks.</source>
        <translation>尚不知缺陷在何处：请在不良品上绘制区域，或导入其掩膜。</translation>
    </message>
    <message>
        <source>No forest has learned from a bad part with a defect type, so no type can be called seen. Give the bad parts types and fit a forest.</source>
        <translation>尚无森林从带缺陷类型的不良品学习，因此无法称任何类型为“见过”。请为不良品指定类型并拟合森林。</translation>
    </message>
    <message>
        <source>There is no bad test part with a score.</source>
        <translation>没有带分数的不良测试件。</translation>
    </message>
    <message>
        <source>The bad parts of each group against all good ones. Bars begin at 50 %, which is chance; lines are 95 % intervals.</source>
        <translation>各组不良品与全部良品相比。条形从 50 %（即随机水平）开始；线段为 95 % 区间。</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>%1: AUROC %2 % (95 % interval %3) on %4 good and %5 bad parts</source>
        <translation>%1：AUROC %2 %（95 % 区间 %3），%4 个良品与 %5 个不良品</translation>
    </message>
    <message>
        <source>bad parts judged: %1</source>
        <translation>被评估的不良品：%1</translation>
    </message>
    <message>
        <source>all bad parts</source>
        <translation>全部不良品</translation>
    </message>
    <message>
        <source>AUROC of each scorer</source>
        <translation>各评分者的 AUROC</translation>
    </message>
    <message>
        <source>Each on the test parts it is judged on. Bars begin at 50 %, which is chance; lines are 95 % intervals (DeLong).</source>
        <translation>各自基于其评估所用的测试零件。条形从 50 %（即随机水平）开始；线段为 95 % 区间（DeLong）。</translation>
    </message>
</context>
<context>
    <name>segad::ui::Choices</name>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Defect type</source>
        <translation>缺陷类型</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>产生方式</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>无判定</translation>
    </message>
    <message>
        <source>no role</source>
        <translation>无角色</translation>
    </message>
    <message>
        <source>no defect type</source>
        <translation>无缺陷类型</translation>
    </message>
    <message>
        <source>top folder</source>
        <translation>顶层文件夹</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成的</translation>
    </message>
    <message>
        <source>photographed</source>
        <translation>拍摄</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>最差在前</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>最好在前</translation>
    </message>
    <message>
        <source>unlabelled first</source>
        <translation>未标注在前</translation>
    </message>
    <message>
        <source>bad first</source>
        <translation>不良品在前</translation>
    </message>
    <message>
        <source>by defect type</source>
        <translation>按缺陷类型</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新在前</translation>
    </message>
</context>
<context>
    <name>segad::ui::ColorBar</name>
    <message>
        <source>Heatmap colour bar</source>
        <translation>热力图色标</translation>
    </message>
    <message>
        <source>&gt; max</source>
        <translation>&gt; 最大</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Contour lines at %1: %2. Drag to move them.</source>
        <translation>等值线位于 %1：%2。拖动可移动。</translation>
    </message>
    <message>
        <source>The heatmap is transparent up to %1. Drag to move it.</source>
        <translation>热力图在 %1 以下透明。拖动可移动。</translation>
    </message>
    <message>
        <source>%1: colours are fixed by its calibration parts, the same for every picture. Left the raw value, right the share of good pixels below it.</source>
        <translation>%1：配色由其校准件固定，每幅图像相同。左侧为原始值，右侧为低于该值的良品像素比例。</translation>
    </message>
    <message>
        <source>This detector</source>
        <translation>此检测器</translation>
    </message>
</context>
<context>
    <name>segad::ui::CompareCell</name>
    <message>
        <source>Picture of the part</source>
        <translation>零件图片</translation>
    </message>
    <message>
        <source>Heatmap of run %1</source>
        <translation>运行 %1 的热图</translation>
    </message>
    <message>
        <source>Difference of two detectors</source>
        <translation>两个检测器的差异</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 点</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1（%2 %）</translation>
    </message>
    <message>
        <source>How far the percentiles of the two detectors are apart under the cursor</source>
        <translation>光标处两个检测器百分位的差距</translation>
    </message>
    <message>
        <source>Value under the cursor, and the share of good pixels below it</source>
        <translation>光标处的值及其下方良品像素的比例</translation>
    </message>
</context>
<context>
    <name>segad::ui::CompareGrid</name>
    <message>
        <source>%1 · run %2</source>
        <translation>%1 · 运行 %2</translation>
    </message>
    <message>
        <source>  ·  score %1</source>
        <translation>  ·  分数 %1</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>为何是这个分数</translation>
    </message>
    <message>
        <source>Orange: %1 sees more · blue: %2 sees more</source>
        <translation>橙色：%1 看到更多 · 蓝色：%2 看到更多</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>in percentile points</source>
        <translation>以百分位点计</translation>
    </message>
    <message>
        <source>%1 sees more</source>
        <translation>%1 看到更多</translation>
    </message>
</context>
<context>
    <name>segad::ui::CompareHeader</name>
    <message>
        <source>What is compared</source>
        <translation>比较内容</translation>
    </message>
    <message>
        <source>One part by every detector, several parts by one, or the difference of two detectors</source>
        <translation>一个零件的所有检测器、一个检测器的多个零件，或两个检测器的差异</translation>
    </message>
    <message>
        <source>Which parts</source>
        <translation>哪些零件</translation>
    </message>
    <message>
        <source>Which parts stand beside the current one</source>
        <translation>当前零件旁边显示哪些零件</translation>
    </message>
    <message>
        <source>First detector</source>
        <translation>第一个检测器</translation>
    </message>
    <message>
        <source>Where it sees more, the difference is orange</source>
        <translation>它看到更多的地方显示为橙色</translation>
    </message>
    <message>
        <source>Second detector</source>
        <translation>第二个检测器</translation>
    </message>
    <message>
        <source>Where it sees more, the difference is blue</source>
        <translation>它看到更多的地方显示为蓝色</translation>
    </message>
    <message>
        <source>All detectors</source>
        <translation>所有检测器</translation>
    </message>
    <message>
        <source>Several parts</source>
        <translation>多个零件</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>With the highest scores</source>
        <translation>分数最高的零件</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Selected, or that follow</source>
        <translation>选中的，或其后的</translation>
    </message>
</context>
<context>
    <name>segad::ui::ContourLevel</name>
    <message>
        <source>review threshold: a part with one pixel above it is for review</source>
        <translation>复核阈值：只要有一个像素高于它，该零件就需复核</translation>
    </message>
    <message>
        <source>largest value of the calibration parts: no good pixel there is above it</source>
        <translation>校准件的最大值：其中没有良品像素高于它</translation>
    </message>
    <message>
        <source>%1 % of the calibration parts&apos; pixels are below it</source>
        <translation>校准件 %1 % 的像素低于它</translation>
    </message>
</context>
<context>
    <name>segad::ui::CostWords</name>
    <message>
        <source>≈ %1 s</source>
        <translation>≈ %1 秒</translation>
    </message>
    <message>
        <source>≈ %1 min</source>
        <translation>≈ %1 分钟</translation>
    </message>
    <message>
        <source>≈ %1 h</source>
        <translation>≈ %1 小时</translation>
    </message>
    <message>
        <source>≈ %1 days</source>
        <translation>≈ %1 天</translation>
    </message>
    <message>
        <source>%1 · %2 memory · %3 disk</source>
        <translation>%1 · 内存 %2 · 磁盘 %3</translation>
    </message>
    <message>
        <source>%1 good parts to learn from, %2 kept for calibration.</source>
        <translation>用 %1 个良品学习，留出 %2 个用于校准。</translation>
    </message>
    <message numerus="yes">
        <source> %n bad part(s) too.</source>
        <translation>
            <numerusform> 另有 %n 个不良品。</numerusform>
        </translation>
    </message>
    <message>
        <source> %1 for training and %2 for scoring %3 parts; %4 of memory, %5 on disk.</source>
        <translation> 训练 %1，为 %3 个零件打分 %2；内存 %4，磁盘 %5。</translation>
    </message>
    <message>
        <source> Of that, %1 for %2 further detectors, so that a forest may learn from bad parts.</source>
        <translation> 其中 %1 用于另外 %2 个检测器，使森林可以从不良品中学习。</translation>
    </message>
    <message>
        <source> %1 of disk are needed meanwhile.</source>
        <translation> 期间需要 %1 磁盘空间。</translation>
    </message>
    <message>
        <source> ⚠ Only %1 are free on the disk of this project.</source>
        <translation> ⚠ 此项目所在磁盘仅剩 %1。</translation>
    </message>
</context>
<context>
    <name>segad::ui::CountTiles</name>
    <message>
        <source>parts</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>每分钟</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>segad::ui::CurvePair</name>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Bad parts found against good parts rejected</source>
        <translation>检出的不良品与误剔除的良品</translation>
    </message>
    <message>
        <source>Precision–recall</source>
        <translation>精确率–召回率</translation>
    </message>
    <message>
        <source>How many of those called bad are bad, against bad parts found</source>
        <translation>判为不合格者中确实不合格的比例，与检出的不良品</translation>
    </message>
</context>
<context>
    <name>segad::ui::CurvePlot</name>
    <message>
        <source>Point at a curve to read its threshold; click to see what it gets wrong</source>
        <translation>指向曲线可读取阈值；单击可查看其判错的零件</translation>
    </message>
    <message>
        <source>review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>剔除</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Point at a curve to read its threshold</source>
        <translation>指向曲线可读取阈值</translation>
    </message>
</context>
<context>
    <name>segad::ui::DecisionPanel</name>
    <message>
        <source>Scores of</source>
        <translation>分数来源</translation>
    </message>
    <message>
        <source>Whose scores the thresholds cut</source>
        <translation>阈值所划分的分数来源</translation>
    </message>
    <message>
        <source>Judged on</source>
        <translation>评判依据</translation>
    </message>
    <message>
        <source>On which labelled parts the thresholds are judged</source>
        <translation>用哪些已标注零件评判阈值</translation>
    </message>
    <message>
        <source>Review from</source>
        <translation>复核起点</translation>
    </message>
    <message>
        <source>Parts from this score on are looked at by somebody</source>
        <translation>从该分数起由人工查看</translation>
    </message>
    <message>
        <source>Reject from</source>
        <translation>剔除起点</translation>
    </message>
    <message>
        <source>Parts from this score on are rejected</source>
        <translation>从该分数起剔除</translation>
    </message>
    <message>
        <source>Follow the goal</source>
        <translation>按目标设置</translation>
    </message>
    <message>
        <source>Put the thresholds where the goal is kept, with the fewest errors and reviews</source>
        <translation>将阈值设在满足目标且错误和复核最少的位置</translation>
    </message>
    <message>
        <source>Use these thresholds</source>
        <translation>使用这些阈值</translation>
    </message>
    <message>
        <source>Store them with the run: verdicts follow them everywhere, inspection included</source>
        <translation>随运行保存：所有判定都以此为准，包括检验</translation>
    </message>
    <message>
        <source>Export plots …</source>
        <translation>导出图表…</translation>
    </message>
    <message>
        <source>all labelled parts it had not seen</source>
        <translation>所有未见过的已标注零件</translation>
    </message>
    <message>
        <source>parts for learning, out of fold</source>
        <translation>学习用零件（折外）</translation>
    </message>
    <message>
        <source>test parts</source>
        <translation>测试零件</translation>
    </message>
    <message>
        <source>Remarks on these figures</source>
        <translation>对这些数字的说明</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>%1 · run %2</source>
        <translation>%1 · 运行 %2</translation>
    </message>
    <message>
        <source>Fit a forest or train a detector: its scores appear here.</source>
        <translation>拟合森林或训练检测器：其分数会显示在这里。</translation>
    </message>
    <message>
        <source>Label some good and some bad parts: thresholds are judged by them.</source>
        <translation>请标注一些良品和不良品：阈值依此评判。</translation>
    </message>
    <message>
        <source>Set thresholds</source>
        <translation>设置阈值</translation>
    </message>
    <message>
        <source>What the thresholds do</source>
        <translation>阈值的效果</translation>
    </message>
    <message>
        <source>Write a plot as PNG, SVG, PDF or CSV</source>
        <translation>将图表保存为 PNG、SVG、PDF 或 CSV</translation>
    </message>
</context>
<context>
    <name>segad::ui::DefectPicker</name>
    <message>
        <source>known or new defect type</source>
        <translation>已有或新的缺陷类型</translation>
    </message>
    <message>
        <source>Defect type</source>
        <translation>缺陷类型</translation>
    </message>
    <message>
        <source>Type the beginning, choose with the arrows, press Enter</source>
        <translation>输入开头，用方向键选择，按 Enter</translation>
    </message>
    <message>
        <source>Defect types</source>
        <translation>缺陷类型</translation>
    </message>
    <message numerus="yes">
        <source>Defect type of %n part(s)</source>
        <translation>
            <numerusform>%n 个零件的缺陷类型</numerusform>
        </translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>no defect type</source>
        <translation>无缺陷类型</translation>
    </message>
</context>
<context>
    <name>segad::ui::DefectWords</name>
    <message>
        <source>% of the shorter side</source>
        <translation>短边的 %</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>millimetres</source>
        <translation>毫米</translation>
    </message>
</context>
<context>
    <name>segad::ui::DefectsPanel</name>
    <message>
        <source>Other parts</source>
        <translation>其他零件</translation>
    </message>
    <message>
        <source>Show the defects on the next good parts</source>
        <translation>在后续良品上显示缺陷</translation>
    </message>
    <message>
        <source>Other draws</source>
        <translation>其他抽取</translation>
    </message>
    <message>
        <source>Show the next draw of each kind on the same parts</source>
        <translation>在相同零件上显示每个种类的下一次抽取</translation>
    </message>
    <message>
        <source>Close up</source>
        <translation>特写</translation>
    </message>
    <message>
        <source>Cut the pictures out around the defect</source>
        <translation>围绕缺陷裁剪图像</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Which kinds help</source>
        <translation>哪些种类有用</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Generate defects</source>
        <translation>生成缺陷</translation>
    </message>
    <message numerus="yes">
        <source>%n generated part(s) are there now</source>
        <translation>
            <numerusform>现有 %n 个生成零件</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview and what kinds help</source>
        <translation>预览与有用的种类</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>A line around what changed; without it faint defects are easily missed</source>
        <translation>在变化处画轮廓线；没有它，微弱的缺陷容易被忽略</translation>
    </message>
</context>
<context>
    <name>segad::ui::DetectorCards</name>
    <message>
        <source>Detectors</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>What makes the anomaly maps</source>
        <translation>用什么生成异常图</translation>
    </message>
    <message>
        <source>good parts only</source>
        <translation>仅良品</translation>
    </message>
    <message>
        <source>good + bad parts</source>
        <translation>良品 + 不良品</translation>
    </message>
    <message>
        <source>makes maps</source>
        <translation>生成异常图</translation>
    </message>
    <message>
        <source>no maps</source>
        <translation>无异常图</translation>
    </message>
    <message>
        <source>⚠ not possible yet</source>
        <translation>⚠ 暂不可用</translation>
    </message>
</context>
<context>
    <name>segad::ui::DetectorForm</name>
    <message>
        <source>%1 — has only layers up to %2</source>
        <translation>%1 — 仅有到 %2 的层</translation>
    </message>
    <message>
        <source>Learns from good parts only.</source>
        <translation>仅从良品学习。</translation>
    </message>
    <message>
        <source>Learns from good and bad parts.</source>
        <translation>从良品和不良品学习。</translation>
    </message>
    <message>
        <source>Makes anomaly maps.</source>
        <translation>生成异常图。</translation>
    </message>
    <message>
        <source>Makes no maps, only a score for each part.</source>
        <translation>不生成异常图，只给每个零件一个分数。</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <source>Network whose features the detector uses. More can be imported under Settings ▸ Weights</source>
        <translation>检测器所用特征的网络。可在“设置 ▸ 权重”中导入更多</translation>
    </message>
    <message>
        <source>Further detectors for the forest</source>
        <translation>为森林另训检测器</translation>
    </message>
    <message>
        <source>The same seed gives the same result</source>
        <translation>相同的随机种子得到相同的结果</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>as the dataset says</source>
        <translation>按数据集设定</translation>
    </message>
    <message>
        <source>Bad parts to learn from</source>
        <translation>用于学习的不良品</translation>
    </message>
    <message>
        <source>How many bad parts the detector may learn from; the others are tested. Without a choice: the bad parts of the training set, else ten</source>
        <translation>检测器可用于学习的不良品数量；其余用于测试。不选择时：训练集中的不良品，否则十个</translation>
    </message>
    <message>
        <source>Trains a detector more for each fifth of the bad parts, without these parts, and scores them by it: a forest must not learn from what a detector remembers. Takes about five times as long</source>
        <translation>对每五分之一的不良品，另训一个不含这些零件的检测器并用它打分：森林不能从检测器的记忆中学习。耗时约为五倍</translation>
    </message>
    <message>
        <source>Bad parts</source>
        <translation>不良品</translation>
    </message>
    <message>
        <source>Imported under a name of your own; its network is %1.</source>
        <translation>以自定名称导入；其网络为 %1。</translation>
    </message>
    <message>
        <source> Not good enough to inspect parts.</source>
        <translation>不足以检验零件。</translation>
    </message>
</context>
<context>
    <name>segad::ui::DisagreementList</name>
    <message>
        <source>Most disputed parts</source>
        <translation>分歧最大的零件</translation>
    </message>
    <message>
        <source>The parts whose scores the two detectors rank most differently among all parts</source>
        <translation>两个检测器在所有零件中对其分数排名差异最大的零件</translation>
    </message>
    <message>
        <source>Train two detectors to compare them.</source>
        <translation>请先训练两个检测器再进行比较。</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比较 …</translation>
    </message>
    <message>
        <source>Higher than so many per cent of all parts by %1 and by %2</source>
        <translation>按 %1 和 %2，分数高于全部零件的百分比</translation>
    </message>
    <message>
        <source>%1 against %2 %</source>
        <translation>%1 对 %2 %</translation>
    </message>
</context>
<context>
    <name>segad::ui::DistilCard</name>
    <message>
        <source>Compact backbone</source>
        <translation>紧凑骨干网络</translation>
    </message>
    <message>
        <source>What is made: a backbone, or what EfficientAD imitates</source>
        <translation>制作什么：骨干网络，或 EfficientAD 所模仿的网络</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师网络</translation>
    </message>
    <message>
        <source>The network whose features are to be reproduced</source>
        <translation>要复现其特征的网络</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A folder whose pictures are mixed with the drawn ones: every other one. Without it, all are drawn. A folder can be dropped here</source>
        <translation>一个文件夹，其中的图片与绘制的图片各占一半。不选则全部为绘制的图片。可将文件夹拖放到此处</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How long to learn; more is better, and a finished run can be prolonged</source>
        <translation>学习多久；越多越好，已完成的运行可以延长</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same backbone</source>
        <translation>相同的随机种子得到相同的骨干网络</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What the backbone is called where one is chosen</source>
        <translation>选择骨干网络时显示的名称</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where the weights go; what is needed to go on is kept beside them</source>
        <translation>权重保存的位置；继续所需的内容保存在其旁边</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>选择图片文件夹</translation>
    </message>
    <message>
        <source>Choose where the weights go</source>
        <translation>选择权重保存的位置</translation>
    </message>
    <message>
        <source>Make backbone</source>
        <translation>制作骨干网络</translation>
    </message>
    <message>
        <source>Learn from the teacher in a background job, then import the result</source>
        <translation>在后台向教师网络学习，然后导入结果</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop learning; what was learned is kept, and one can go on from it</source>
        <translation>停止学习；已学到的内容会保留，可由此继续</translation>
    </message>
    <message>
        <source>none: drawn pictures only</source>
        <translation>无：仅用绘制的图片</translation>
    </message>
    <message>
        <source>Progress of the backbone</source>
        <translation>骨干网络的进度</translation>
    </message>
    <message>
        <source>Make a backbone or a teacher</source>
        <translation>制作骨干网络或教师</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Where the weights go</source>
        <translation>权重保存的位置</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>权重 (*.safetensors)</translation>
    </message>
    <message>
        <source>Import ResNet-18 or WideResNet-50-2 first, with layers 1 to 3: it is the teacher.</source>
        <translation>请先导入带有第 1 至 3 层的 ResNet-18 或 WideResNet-50-2：它是教师网络。</translation>
    </message>
    <message>
        <source>Give the backbone a name of letters and digits.</source>
        <translation>请用字母和数字为骨干网络命名。</translation>
    </message>
    <message>
        <source>There are weights called %1 already. Choose another name.</source>
        <translation>已有名为 %1 的权重。请选择其他名称。</translation>
    </message>
    <message>
        <source>Name a file that ends in .safetensors.</source>
        <translation>请指定以 .safetensors 结尾的文件。</translation>
    </message>
    <message>
        <source>The folder of pictures is not there.</source>
        <translation>图片文件夹不存在。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1 of %2 steps are done. </source>
        <translation>已完成 %1 / %2 步。</translation>
    </message>
    <message>
        <source>About %1 on this machine; other jobs wait meanwhile. It can be stopped at any time and gone on with later.</source>
        <translation>在本机上约需 %1；其他任务在此期间等待。可随时停止，稍后继续。</translation>
    </message>
    <message>
        <source>Stopped; what was learned is kept.</source>
        <translation>已停止；已学到的内容会保留。</translation>
    </message>
    <message>
        <source>Waiting for other jobs</source>
        <translation>正在等待其他任务</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source> (%1 of %2)</source>
        <translation>（%1 / %2）</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>，剩余 %1</translation>
    </message>
    <message>
        <source>These settings can be changed again when it is done or stopped.</source>
        <translation>完成或停止后可再次更改这些设置。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Weights to go on from: much is learnt already, and fewer steps do</source>
        <translation>从已有权重继续学习：许多内容已学会，所需步数更少</translation>
    </message>
    <message>
        <source>From nothing</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <source>Beside this file is an unfinished backbone with teacher %1, start %2 and seed %3. Choose these to go on, or another name to begin anew.</source>
        <translation>此文件旁有一个未完成的骨干网络（教师 %1，起点 %2，种子 %3）。选择这些以继续，或换一个名称重新开始。</translation>
    </message>
    <message>
        <source>from nothing</source>
        <translation>从零开始</translation>
    </message>
</context>
<context>
    <name>segad::ui::DistilRun</name>
    <message>
        <source>Make backbone %1</source>
        <translation>制作骨干网络 %1</translation>
    </message>
    <message>
        <source>Imported as %1 after %2 steps</source>
        <translation>%2 步后导入为 %1</translation>
    </message>
    <message>
        <source>; %1 % of pictures held out unexplained</source>
        <translation>；保留图片中 %1 % 未被解释</translation>
    </message>
</context>
<context>
    <name>segad::ui::ErrorLinks</name>
    <message>
        <source>Show the bad parts that score below this threshold</source>
        <translation>显示分数低于此阈值的不良品</translation>
    </message>
    <message>
        <source>Show the good parts that score at this threshold or above</source>
        <translation>显示分数达到或高于此阈值的良品</translation>
    </message>
    <message numerus="yes">
        <source>%n bad part(s) missed</source>
        <translation>
            <numerusform>漏检 %n 个不良品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good part(s) rejected</source>
        <translation>
            <numerusform>误剔除 %n 个良品</numerusform>
        </translation>
    </message>
    <message>
        <source>above all scores</source>
        <translation>高于所有分数</translation>
    </message>
    <message>
        <source>Threshold %1 of %2:</source>
        <translation>%2 的阈值 %1：</translation>
    </message>
    <message>
        <source>bad parts missed by %1</source>
        <translation>%1 漏检的不良品</translation>
    </message>
    <message>
        <source>good parts rejected by %1</source>
        <translation>%1 误剔除的良品</translation>
    </message>
</context>
<context>
    <name>segad::ui::EvaluationComparisonDialog</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Compare two evaluations</source>
        <translation>比较两次评估</translation>
    </message>
    <message>
        <source>Which of the two is better</source>
        <translation>两者中哪个更好</translation>
    </message>
    <message>
        <source>What changed between them</source>
        <translation>两者之间的变化</translation>
    </message>
    <message>
        <source>Both judge the same scores, those of run %1: where the figures differ, labels or test parts have changed.</source>
        <translation>两者评估的是同一组分数（运行 %1）：数值不同之处，是标签或测试零件有变化。</translation>
    </message>
    <message>
        <source>Figures and settings</source>
        <translation>数值和设置</translation>
    </message>
    <message>
        <source>Parts with another role</source>
        <translation>角色不同的零件</translation>
    </message>
    <message>
        <source>Roles of parts (%1)</source>
        <translation>零件角色 (%1)</translation>
    </message>
    <message>
        <source>Parts with another label</source>
        <translation>标签不同的零件</translation>
    </message>
    <message>
        <source>Labels (%1)</source>
        <translation>标签 (%1)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Figures, and the settings that differ</source>
        <translation>数值以及不同的设置</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>95 % interval (%)</source>
        <translation>95 % 区间 (%)</translation>
    </message>
    <message>
        <source>Good test parts</source>
        <translation>良品测试零件</translation>
    </message>
    <message>
        <source>Bad test parts</source>
        <translation>不良品测试零件</translation>
    </message>
    <message>
        <source>Scores of run</source>
        <translation>分数来自运行</translation>
    </message>
    <message>
        <source>The same for every part.</source>
        <translation>每个零件都相同。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation>%1 的运行</translation>
    </message>
</context>
<context>
    <name>segad::ui::EvaluationModel</name>
    <message>
        <source>%1 · run %2</source>
        <translation>%1 · 运行 %2</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>AUROC %</source>
        <translation>AUROC %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>不良品</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Review from</source>
        <translation>复核起点</translation>
    </message>
    <message>
        <source>Reject from</source>
        <translation>剔除起点</translation>
    </message>
    <message>
        <source>Scores of</source>
        <translation>分数来源</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>ms/part</source>
        <translation>毫秒/件</translation>
    </message>
    <message>
        <source>What was judged: a detector, or a forest on detectors</source>
        <translation>评估对象：检测器，或基于检测器的森林</translation>
    </message>
    <message>
        <source>How well its scores rank bad parts above good ones</source>
        <translation>其分数把不良品排在良品之上的能力</translation>
    </message>
    <message>
        <source>Where the AUROC lies if other parts of this kind had been tested (DeLong)</source>
        <translation>若测试的是同类的其他零件，AUROC 所在的范围（DeLong）</translation>
    </message>
    <message>
        <source>Good test parts</source>
        <translation>良品测试零件</translation>
    </message>
    <message>
        <source>Bad test parts</source>
        <translation>不良品测试零件</translation>
    </message>
    <message>
        <source>When it was stored</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>The threshold to review at that time</source>
        <translation>当时的复核阈值</translation>
    </message>
    <message>
        <source>The threshold to reject at that time</source>
        <translation>当时的剔除阈值</translation>
    </message>
    <message>
        <source>Number of the run whose scores were judged</source>
        <translation>被评估分数所属运行的编号</translation>
    </message>
    <message>
        <source>Which parts had which role: equal numbers, equal roles</source>
        <translation>各零件的角色：编号相同则角色相同</translation>
    </message>
    <message>
        <source>Seed of that run</source>
        <translation>该运行的随机种子</translation>
    </message>
    <message>
        <source>Measured time for a verdict on one part</source>
        <translation>判定一个零件的实测时间</translation>
    </message>
</context>
<context>
    <name>segad::ui::EvaluationsPanel</name>
    <message>
        <source>Compare two …</source>
        <translation>比较两项…</translation>
    </message>
    <message>
        <source>Both ROC curves, a paired test, and what changed between two evaluations</source>
        <translation>两条 ROC 曲线、配对检验，以及两次评估之间的变化</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected evaluations; their runs stay (Ctrl+Z brings them back)</source>
        <translation>删除所选评估；其运行保留（Ctrl+Z 可恢复）</translation>
    </message>
    <message>
        <source>Export CSV …</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Write the table as CSV, in the order shown</source>
        <translation>按显示顺序将表格写为 CSV</translation>
    </message>
    <message>
        <source>All stored evaluations</source>
        <translation>全部已保存的评估</translation>
    </message>
    <message>
        <source>Nothing was evaluated yet: press Evaluate on the first page.</source>
        <translation>尚未评估：请在第一页点击“评估”。</translation>
    </message>
    <message>
        <source>Two are selected: they can be compared.</source>
        <translation>已选两项：可以比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s). Select two to compare them.</source>
        <translation>
            <numerusform>%n 项评估。选择两项进行比较。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n evaluation(s)</source>
        <translation>
            <numerusform>删除 %n 项评估</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the evaluations</source>
        <translation>导出评估</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>segad::ui::Explainer</name>
    <message>
        <source>Fit a forest: then this says which segment and which detector decided.</source>
        <translation>拟合森林后，这里会说明由哪个分区和哪个检测器决定。</translation>
    </message>
</context>
<context>
    <name>segad::ui::FacetModel</name>
    <message>
        <source>%1: %2 with the other filters as they are</source>
        <translation>%1：其他筛选不变时 %2</translation>
    </message>
</context>
<context>
    <name>segad::ui::FacetPanel</name>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Check what to show; double-click a choice for it alone</source>
        <translation>勾选要显示的内容；双击则只显示该项</translation>
    </message>
</context>
<context>
    <name>segad::ui::FigureBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&gt; max</source>
        <translation>&gt; 最大</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
</context>
<context>
    <name>segad::ui::FigureDialog</name>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Width on paper</source>
        <translation>纸上宽度</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>Width in millimetres</source>
        <translation>宽度（毫米）</translation>
    </message>
    <message>
        <source>Width on paper; the height follows from the panels</source>
        <translation>纸上宽度；高度由各面板决定</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Dots per inch of pictures; journals ask for 300 or more</source>
        <translation>图片每英寸点数；期刊通常要求 300 以上</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Size of titles on paper; colour bars and caption are a little smaller</source>
        <translation>标题在纸上的字号；色条和说明略小</translation>
    </message>
    <message>
        <source>Panels a row</source>
        <translation>每行面板数</translation>
    </message>
    <message>
        <source>How many panels stand beside each other</source>
        <translation>并排放置的面板数量</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>White for paper, the window&apos;s own colours for slides</source>
        <translation>论文用白色，幻灯片用窗口自身的颜色</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>导出图像</translation>
    </message>
    <message>
        <source>One column (84 mm)</source>
        <translation>单栏（84 毫米）</translation>
    </message>
    <message>
        <source>Two columns (174 mm)</source>
        <translation>双栏（174 毫米）</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>Each pixel of the picture</source>
        <translation>图片的每个像素</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>与窗口一致</translation>
    </message>
    <message>
        <source>Titles and scores</source>
        <translation>标题和分数</translation>
    </message>
    <message>
        <source>Name and score above each panel</source>
        <translation>每个面板上方的名称和分数</translation>
    </message>
    <message>
        <source>Letters (a), (b), …</source>
        <translation>字母 (a)、(b)…</translation>
    </message>
    <message>
        <source>To speak of panels in a text</source>
        <translation>便于在正文中引用面板</translation>
    </message>
    <message>
        <source>Colour bars</source>
        <translation>色条</translation>
    </message>
    <message>
        <source>Anomaly values and calibration percentiles of the colours</source>
        <translation>各颜色对应的异常值和校准百分位</translation>
    </message>
    <message>
        <source>Scale bar</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>A length of so many pixels, in the picture</source>
        <translation>图中表示若干像素的长度</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>说明文字</translation>
    </message>
    <message>
        <source>Project, parts, runs and seeds below the panels</source>
        <translation>面板下方的项目、零件、运行和种子</translation>
    </message>
    <message>
        <source>Only what the view shows</source>
        <translation>仅导出视图所示部分</translation>
    </message>
    <message>
        <source>Off: the whole picture, however far the view is zoomed</source>
        <translation>关闭：无论放大多少都导出整张图片</translation>
    </message>
    <message>
        <source>&amp;Save …</source>
        <translation>保存(&amp;S) …</translation>
    </message>
    <message>
        <source>Write a PNG, SVG or PDF file</source>
        <translation>写入 PNG、SVG 或 PDF 文件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Put the figure on the clipboard as a picture</source>
        <translation>将图像以图片形式放入剪贴板</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>%1 × %2 mm on paper, as PNG %3 × %4 pixels</source>
        <translation>纸上 %1 × %2 毫米，PNG 为 %3 × %4 像素</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>图像已放入剪贴板。</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>保存图像</translation>
    </message>
</context>
<context>
    <name>segad::ui::FigurePreview</name>
    <message>
        <source>Preview of the figure</source>
        <translation>图像预览</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>将写入的内容</translation>
    </message>
</context>
<context>
    <name>segad::ui::FigureWords</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>分数 %1</translation>
    </message>
    <message>
        <source>no map from this detector</source>
        <translation>此检测器没有异常图</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: run %2</source>
        <translation>%1：运行 %2</translation>
    </message>
    <message>
        <source>, seed %1</source>
        <translation>，种子 %1</translation>
    </message>
    <message>
        <source>Colours: anomaly value; below it the share of good calibration pixels with a lower one. Each detector has one fixed scale.</source>
        <translation>颜色：异常值；其下为值更低的良品校准像素所占比例。每个检测器使用一个固定色标。</translation>
    </message>
    <message>
        <source>Orange outline: %1, the segment that decided.</source>
        <translation>橙色轮廓：%1，起决定作用的分区。</translation>
    </message>
</context>
<context>
    <name>segad::ui::FilterBar</name>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Order of the gallery</source>
        <translation>图库的排列顺序</translation>
    </message>
    <message>
        <source>Filter text</source>
        <translation>筛选文字</translation>
    </message>
    <message>
        <source>Show all parts</source>
        <translation>显示所有零件</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n part(s)</source>
        <translation>
            <numerusform>%1 / %n 个零件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n 个零件</numerusform>
        </translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Put parts together that have this in common</source>
        <translation>将有此共同点的零件放在一起</translation>
    </message>
    <message>
        <source>Filter by name, defect or note</source>
        <translation>按名称、缺陷或备注筛选</translation>
    </message>
    <message>
        <source>Show only parts whose path, defect type or note contains this (Ctrl+F)</source>
        <translation>只显示路径、缺陷类型或备注包含此文字的零件 (Ctrl+F)</translation>
    </message>
    <message>
        <source>All filters</source>
        <translation>所有筛选</translation>
    </message>
    <message>
        <source>Filter by label, verdict, role, defect type, folder and score</source>
        <translation>按标注、判定、角色、缺陷类型、文件夹和分数筛选</translation>
    </message>
    <message>
        <source>Take away all filters</source>
        <translation>移除所有筛选</translation>
    </message>
    <message>
        <source>Update the gallery</source>
        <translation>更新图库</translation>
    </message>
    <message>
        <source>Filter, sort and group anew, and try unreadable pictures again</source>
        <translation>重新筛选、排序和分组，并重试无法读取的图像</translation>
    </message>
    <message>
        <source>no groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>group: %1</source>
        <translation>分组：%1</translation>
    </message>
    <message>
        <source>Labelled parts</source>
        <translation>已标注零件</translation>
    </message>
    <message>
        <source>%1: %2 – take this filter away</source>
        <translation>%1：%2 – 移除此筛选</translation>
    </message>
    <message>
        <source>%1: %2 – %3</source>
        <translation>%1：%2 – %3</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Score of %1 – take this filter away</source>
        <translation>%1 的分数 – 移除此筛选</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected but not shown</source>
        <translation>
            <numerusform>%n 个已选但未显示</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 labelled</source>
        <translation>已标注 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to show: update</source>
        <translation>
            <numerusform>显示 %n 处更改：更新</numerusform>
        </translation>
    </message>
    <message>
        <source>Order has changed: update</source>
        <translation>顺序已变：更新</translation>
    </message>
    <message>
        <source>%1 – take this filter away</source>
        <translation>%1 – 移除此筛选</translation>
    </message>
</context>
<context>
    <name>segad::ui::ForestCard</name>
    <message>
        <source>Forest kind</source>
        <translation>森林类型</translation>
    </message>
    <message>
        <source>BRF is the method of the paper; RF and BT are its comparisons</source>
        <translation>BRF 是论文的方法；RF 和 BT 用于比较</translation>
    </message>
    <message>
        <source>Fit forest and evaluate</source>
        <translation>拟合森林并评估</translation>
    </message>
    <message>
        <source>Fit the forest on the labelled parts, score the test parts and store the ROC</source>
        <translation>用已标注零件拟合森林，为测试零件打分并保存 ROC</translation>
    </message>
    <message>
        <source>BRF — boosted random forest</source>
        <translation>BRF — 提升随机森林</translation>
    </message>
    <message>
        <source>RF — random forest</source>
        <translation>RF — 随机森林</translation>
    </message>
    <message>
        <source>BT — boosted trees</source>
        <translation>BT — 提升树</translation>
    </message>
    <message>
        <source>as the dataset says</source>
        <translation>按数据集设定</translation>
    </message>
    <message>
        <source>Bad parts the forest may learn from; the others are tested. Without a choice: the bad parts of the training set, else ten</source>
        <translation>森林可用于学习的不良品；其余用于测试。不选择时：训练集中的不良品，否则十个</translation>
    </message>
    <message>
        <source>Bad parts for the forest</source>
        <translation>供森林使用的不良品</translation>
    </message>
    <message>
        <source>Draws the bad parts and seeds the trees; 333 is the first of the paper&apos;s ten</source>
        <translation>抽取不良品并作为树的种子；333 是论文十个种子中的第一个</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Detectors the forest uses</source>
        <translation>森林使用的检测器</translation>
    </message>
    <message>
        <source>Detectors whose maps the forest uses</source>
        <translation>森林使用其异常图的检测器</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Bad parts</source>
        <translation>不良品</translation>
    </message>
    <message numerus="yes">
        <source>%n bad part(s) labelled.</source>
        <translation>
            <numerusform>已标注 %n 个不良品。</numerusform>
        </translation>
    </message>
    <message>
        <source>Train a detector first.</source>
        <translation>请先训练一个检测器。</translation>
    </message>
    <message>
        <source>Label at least two parts bad: some to learn from, some to test.</source>
        <translation>至少将两个零件标为不良品：一部分用于学习，一部分用于测试。</translation>
    </message>
    <message>
        <source> No segment maps: the whole picture counts as one segment.</source>
        <translation> 没有分区图：整幅图像视为一个分区。</translation>
    </message>
    <message>
        <source>Forest %1</source>
        <translation>森林 %1</translation>
    </message>
    <message>
        <source>Fitting the forest</source>
        <translation>正在拟合森林</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>A forest learns from labelled bad parts how much of an anomaly counts, in which segment and by which detector. Its score takes the place of a detector&apos;s own.</source>
        <translation>森林从已标注的不良品中学习：何种程度、哪个分区、哪个检测器给出的异常才算数。它的得分取代单个检测器的得分。</translation>
    </message>
    <message>
        <source>labelled and generated</source>
        <translation>已标注的和生成的</translation>
    </message>
    <message>
        <source>labelled only</source>
        <translation>仅已标注的</translation>
    </message>
    <message>
        <source>generated only (one-class SegAD)</source>
        <translation>仅生成的（单类 SegAD）</translation>
    </message>
    <message>
        <source>Bad parts to learn from</source>
        <translation>用于学习的不良品</translation>
    </message>
    <message>
        <source>Labelled ones are photographed; generated ones are made from good parts in the Defects workspace</source>
        <translation>已标注的是拍摄的零件；生成的是在“缺陷”工作区由良品制成的</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>学习来源</translation>
    </message>
    <message numerus="yes">
        <source>%n generated part(s) kept.</source>
        <translation>
            <numerusform>保留了 %n 个生成的零件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Of labelled test parts none is taken unless you give a number.</source>
        <translation>除非给出数目，否则不使用已标注的测试零件。</translation>
    </message>
    <message>
        <source>Defects of the paper&apos;s three kinds are generated first.</source>
        <translation>首先生成论文中三类缺陷。</translation>
    </message>
    <message>
        <source>Areas of segments too</source>
        <translation>同时使用分区面积</translation>
    </message>
    <message>
        <source>How much of the picture each segment covers becomes a feature: a missing piece shows in it. The paper has no such features</source>
        <translation>每个分区占图像的比例成为特征：缺失部分会在其中显现。论文没有这样的特征</translation>
    </message>
</context>
<context>
    <name>segad::ui::Gallery</name>
    <message>
        <source>Parts</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Select all shown</source>
        <translation>选择所有显示的零件</translation>
    </message>
    <message>
        <source>Select every part that the filters show</source>
        <translation>选择筛选显示的每个零件</translation>
    </message>
    <message>
        <source>Invert selection</source>
        <translation>反选</translation>
    </message>
    <message>
        <source>Select the shown parts that are not selected</source>
        <translation>选择显示但未选中的零件</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Type to filter the gallery</source>
        <translation>输入文字以筛选图库</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>放大缩略图</translation>
    </message>
    <message>
        <source>Fewer and larger thumbnails</source>
        <translation>更少更大的缩略图</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>缩小缩略图</translation>
    </message>
    <message>
        <source>More and smaller thumbnails</source>
        <translation>更多更小的缩略图</translation>
    </message>
    <message>
        <source>Select this group</source>
        <translation>选择此组</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>折叠所有组</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>展开所有组</translation>
    </message>
</context>
<context>
    <name>segad::ui::GalleryDelegate</name>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成的</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>文件缺失</translation>
    </message>
</context>
<context>
    <name>segad::ui::GenerateCard</name>
    <message>
        <source>Draws the defects: the same seed gives the same ones</source>
        <translation>抽取缺陷：相同种子得到相同缺陷</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Unit of sizes</source>
        <translation>尺寸单位</translation>
    </message>
    <message>
        <source>What sizes are given in</source>
        <translation>尺寸所用单位</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择 …</translation>
    </message>
    <message>
        <source>Choose a folder of pictures to take textures from</source>
        <translation>选择提供纹理的图像文件夹</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Make the generated parts in a background job; those of an earlier time are replaced</source>
        <translation>在后台任务中生成零件；之前生成的会被替换</translation>
    </message>
    <message>
        <source>One-class forest</source>
        <translation>单类森林</translation>
    </message>
    <message>
        <source>Score the generated parts, fit the forest on them and on the good parts that calibrate, and evaluate on photographed parts: no bad part is needed to learn from</source>
        <translation>对生成零件评分，用它们和校准良品拟合森林，并在实拍零件上评估：学习无需任何不良品</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show only generated parts in the gallery</source>
        <translation>图库中仅显示生成的零件</translation>
    </message>
    <message>
        <source>Draw this one again</source>
        <translation>重新抽取此零件</translation>
    </message>
    <message>
        <source>Another draw of the same kind in the place of the generated part that is shown</source>
        <translation>用同种类的另一次抽取替换当前显示的生成零件</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>弃用</translation>
    </message>
    <message>
        <source>The selected generated parts no longer serve a forest; undo brings them back</source>
        <translation>所选生成零件不再用于森林；可撤销</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>The selected generated parts serve a forest again</source>
        <translation>所选生成零件重新用于森林</translation>
    </message>
    <message>
        <source>Generated parts for each good part that calibrates</source>
        <translation>每个校准良品的生成零件数</translation>
    </message>
    <message>
        <source>Segments that get defects</source>
        <translation>产生缺陷的分区</translation>
    </message>
    <message>
        <source> px/mm</source>
        <translation> 像素/毫米</translation>
    </message>
    <message>
        <source>How many pixels a millimetre has in the pictures</source>
        <translation>图像中每毫米的像素数</translation>
    </message>
    <message>
        <source>Pixels per millimetre</source>
        <translation>每毫米像素数</translation>
    </message>
    <message>
        <source>procedural</source>
        <translation>程序生成</translation>
    </message>
    <message>
        <source>Pictures to take textures from; without a folder they are procedural</source>
        <translation>提供纹理的图像；未选文件夹时由程序生成</translation>
    </message>
    <message>
        <source>Folder of textures</source>
        <translation>纹理文件夹</translation>
    </message>
    <message>
        <source>On</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>Sizes in</source>
        <translation>尺寸单位</translation>
    </message>
    <message>
        <source>Textures</source>
        <translation>纹理</translation>
    </message>
    <message numerus="yes">
        <source>= %n generated part(s)</source>
        <translation>
            <numerusform>= %n 个生成零件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is generated yet.</source>
        <translation>尚未生成任何零件。</translation>
    </message>
    <message numerus="yes">
        <source>%n generated part(s) are kept</source>
        <translation>
            <numerusform>保留 %n 个生成零件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n dropped</source>
        <translation>
            <numerusform>，弃用 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>. They are marked, and never tested.</source>
        <translation>。它们带有标记，从不用于测试。</translation>
    </message>
    <message>
        <source>Train a detector before the one-class forest.</source>
        <translation>单类森林之前请先训练检测器。</translation>
    </message>
    <message>
        <source>Keep generated parts</source>
        <translation>保留生成零件</translation>
    </message>
    <message>
        <source>Drop generated parts</source>
        <translation>弃用生成零件</translation>
    </message>
    <message>
        <source>Draw a defect again</source>
        <translation>重新抽取缺陷</translation>
    </message>
    <message>
        <source>Fitting the forest</source>
        <translation>正在拟合森林</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>Defects on each copy</source>
        <translation>每个副本上的缺陷数</translation>
    </message>
    <message>
        <source>How many defects of its kind a generated part gets, each number as likely</source>
        <translation>每个生成的零件上有几个同类缺陷，各数目概率相同</translation>
    </message>
    <message>
        <source>Copies of each part</source>
        <translation>每个零件的副本数</translation>
    </message>
    <message>
        <source>one</source>
        <translation>一个</translation>
    </message>
    <message>
        <source>one or two</source>
        <translation>一到两个</translation>
    </message>
    <message>
        <source>one to three</source>
        <translation>一到三个</translation>
    </message>
    <message>
        <source>all but the background</source>
        <translation>除背景外的所有分区</translation>
    </message>
</context>
<context>
    <name>segad::ui::GoalForm</name>
    <message>
        <source>So that it can be promised</source>
        <translation>使其可以承诺</translation>
    </message>
    <message>
        <source>What share of the parts that are made is bad; off: as many as among the labelled parts, which is rarely so</source>
        <translation>生产的零件中不良品的比例；关闭时按已标注零件中的比例计算，但实际很少如此</translation>
    </message>
    <message>
        <source>Cost of a review</source>
        <translation>一次复核的成本</translation>
    </message>
    <message>
        <source>Allow fewer errors on these parts, so that the limits hold with 95 % confidence on others, as far as so few parts can say</source>
        <translation>在这些零件上允许更少的错误，使限值以 95 % 的置信度对其他零件也成立（在这么少的零件所能说明的范围内）</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>In any currency; the thresholds that cost least are chosen among those that keep the limits</source>
        <translation>任意货币；在满足限值的阈值中选择成本最低的</translation>
    </message>
    <message>
        <source>Missed at most</source>
        <translation>漏检不超过</translation>
    </message>
    <message>
        <source>Of the bad parts: those that pass without anybody looking at them</source>
        <translation>不良品中：无人查看就放行的零件</translation>
    </message>
    <message>
        <source>Rejected at most</source>
        <translation>误剔不超过</translation>
    </message>
    <message>
        <source>Of the good parts: those that are rejected without anybody looking at them</source>
        <translation>良品中：无人查看就被剔除的零件</translation>
    </message>
    <message>
        <source>Reviewed at most</source>
        <translation>复核不超过</translation>
    </message>
    <message>
        <source>Of all parts: those between the two thresholds, which somebody looks at</source>
        <translation>全部零件中：位于两个阈值之间、由人工查看的零件</translation>
    </message>
    <message>
        <source>Bad in production</source>
        <translation>生产中的不良率</translation>
    </message>
    <message>
        <source>Cost of a miss</source>
        <translation>一次漏检的成本</translation>
    </message>
    <message>
        <source>Cost of a false reject</source>
        <translation>一次误剔的成本</translation>
    </message>
    <message>
        <source>Production and costs</source>
        <translation>生产与成本</translation>
    </message>
    <message>
        <source>How many parts are bad in production, and what errors and reviews cost</source>
        <translation>生产中有多少不良品，以及错误和复核的成本</translation>
    </message>
</context>
<context>
    <name>segad::ui::HeatOptions</name>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Lines at the review threshold</source>
        <translation>等值线位于复核阈值</translation>
    </message>
    <message>
        <source>Where a detector&apos;s score is not its map&apos;s largest value, the threshold says nothing about pixels: then lines are above all good pixels</source>
        <translation>若检测器的分数不是其异常图的最大值，阈值不适用于像素：此时等值线高于所有良品像素</translation>
    </message>
    <message>
        <source>Lines above all good pixels</source>
        <translation>等值线高于所有良品像素</translation>
    </message>
    <message>
        <source>At the largest value of the calibration parts</source>
        <translation>位于校准件的最大值</translation>
    </message>
    <message>
        <source>Lines at a percentile of good pixels</source>
        <translation>等值线位于良品像素的百分位</translation>
    </message>
    <message>
        <source>At a percentile of the calibration parts&apos; pixels, set below</source>
        <translation>位于校准件像素的百分位，在下方设定</translation>
    </message>
    <message>
        <source>Colours of all heatmaps</source>
        <translation>所有热力图的配色</translation>
    </message>
    <message>
        <source>set by hand on the colour bar</source>
        <translation>在色标上手动设定</translation>
    </message>
    <message>
        <source>Draw all heatmaps in the colours %1</source>
        <translation>以 %1 配色绘制所有热图</translation>
    </message>
</context>
<context>
    <name>segad::ui::HistoryPanel</name>
    <message>
        <source>Stored inspections</source>
        <translation>已保存的检验</translation>
    </message>
    <message>
        <source>Inspections that were made, the newest first</source>
        <translation>已进行的检测，最新的在前</translation>
    </message>
    <message>
        <source>Shown parts</source>
        <translation>显示的零件</translation>
    </message>
    <message>
        <source>Which parts of the inspection are listed</source>
        <translation>列出检测中的哪些零件</translation>
    </message>
    <message>
        <source>Inspected parts</source>
        <translation>已检验的零件</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Write all parts of this inspection as a table</source>
        <translation>把本次检测的全部零件写成表格</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>报告 …</translation>
    </message>
    <message>
        <source>Write a report of this inspection as a page that needs no other file</source>
        <translation>把本次检测的报告写成不依赖其他文件的网页</translation>
    </message>
    <message>
        <source>Results file …</source>
        <translation>结果文件 …</translation>
    </message>
    <message>
        <source>Look into a results file of a line that has only a package</source>
        <translation>查看只有检测包的产线的结果文件</translation>
    </message>
    <message>
        <source>It is good</source>
        <translation>它是良品</translation>
    </message>
    <message>
        <source>Say that the chosen part is good; the next training learns from it</source>
        <translation>说明所选零件是良品；下次训练会从中学习</translation>
    </message>
    <message>
        <source>It is bad</source>
        <translation>它是不良品</translation>
    </message>
    <message>
        <source>Say that the chosen part is bad; the next training learns from it</source>
        <translation>说明所选零件是不良品；下次训练会从中学习</translation>
    </message>
    <message>
        <source>As judged</source>
        <translation>按原判定</translation>
    </message>
    <message>
        <source>Take back what was said of the chosen part</source>
        <translation>撤回对所选零件的说明</translation>
    </message>
    <message>
        <source>Take into the project</source>
        <translation>纳入项目</translation>
    </message>
    <message>
        <source>All parts of which something was said become parts of this project, with that label</source>
        <translation>所有被说明过的零件都带着该标签成为本项目的零件</translation>
    </message>
    <message>
        <source>all parts</source>
        <translation>所有零件</translation>
    </message>
    <message>
        <source>said to be good or bad</source>
        <translation>被说明为良品或不良品</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n part(s)</source>
        <translation>
            <numerusform>%1 · %2 · %n 个零件</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspect a folder, or open a results file.</source>
        <translation>请检测一个文件夹，或打开结果文件。</translation>
    </message>
    <message>
        <source>No inspection yet.</source>
        <translation>还没有检测。</translation>
    </message>
    <message>
        <source>Choose a part to see its picture</source>
        <translation>选择一个零件以查看其图像</translation>
    </message>
    <message>
        <source>Results file</source>
        <translation>结果文件</translation>
    </message>
    <message>
        <source>Results and projects (*%1)</source>
        <translation>结果与项目 (*%1)</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Table of the parts</source>
        <translation>零件表格</translation>
    </message>
    <message>
        <source>Write report</source>
        <translation>写报告</translation>
    </message>
    <message>
        <source>Write table</source>
        <translation>写表格</translation>
    </message>
    <message>
        <source>Take parts into the project</source>
        <translation>把零件纳入项目</translation>
    </message>
    <message>
        <source>%1 added, %2 labelled, %3 missing</source>
        <translation>新增 %1，已标注 %2，缺失 %3</translation>
    </message>
    <message>
        <source>%1 pass · %2 review · %3 reject · %4 without a verdict</source>
        <translation>%1 合格 · %2 复核 · %3 剔除 · %4 无判定</translation>
    </message>
</context>
<context>
    <name>segad::ui::ImageCanvas</name>
    <message>
        <source>Picture of the part</source>
        <translation>零件图像</translation>
    </message>
    <message>
        <source>Wheel or + and − zoom, drag or Shift with the arrow keys move, F fits</source>
        <translation>滚轮或 + 和 − 缩放，拖动或 Shift 加方向键平移，F 适应窗口</translation>
    </message>
</context>
<context>
    <name>segad::ui::ImportDialog</name>
    <message>
        <source>Import images</source>
        <translation>导入图像</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>only for datasets of several classes</source>
        <translation>仅用于含多个类别的数据集</translation>
    </message>
    <message>
        <source>The class to import, for a folder that holds several (VisA, MVTec AD)</source>
        <translation>文件夹含多个类别时要导入的类别（VisA、MVTec AD）</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation>正在读取文件夹</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>导入报告</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Add the parts to the project; the images stay where they are</source>
        <translation>将零件加入项目；图像保留在原处</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Reading the folder …</source>
        <translation>正在读取文件夹…</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>Recognised by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>How the folder is arranged, and what the names of its folders mean</source>
        <translation>文件夹的组织方式及其子文件夹名称的含义</translation>
    </message>
    <message numerus="yes">
        <source>%n new part(s)</source>
        <translation>
            <numerusform>%n 个新零件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with another picture than before</source>
        <translation>
            <numerusform>%n 个图像已更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n 个已存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n 个被排除</numerusform>
        </translation>
    </message>
    <message>
        <source>Layout: %1. %2.</source>
        <translation>布局：%1。%2。</translation>
    </message>
    <message>
        <source>note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
</context>
<context>
    <name>segad::ui::Importing</name>
    <message>
        <source>SegAD projects (*%1)</source>
        <translation>SegAD 项目 (*%1)</translation>
    </message>
    <message>
        <source>Folder with the images</source>
        <translation>图像所在的文件夹</translation>
    </message>
    <message>
        <source>Where to keep the project</source>
        <translation>项目的保存位置</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) added</source>
        <translation>
            <numerusform>已加入 %n 个零件</numerusform>
        </translation>
    </message>
    <message>
        <source>Import images</source>
        <translation>导入图像</translation>
    </message>
</context>
<context>
    <name>segad::ui::InfluencePanel</name>
    <message>
        <source>segment %1</source>
        <translation>分区 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 ms (%2 %)</source>
        <translation>%1 ms（%2 %）</translation>
    </message>
    <message>
        <source>can go</source>
        <translation>可去掉</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>can&apos;t tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>There is one detector and one segment: nothing to leave out.</source>
        <translation>只有一个检测器和一个分区：没有可去掉的。</translation>
    </message>
    <message>
        <source>%1 can go: it costs at most %2 points of AUROC, and a part takes %3 ms instead of %4.</source>
        <translation>可去掉 %1：AUROC 最多损失 %2 个百分点，每个零件耗时由 %4 ms 降为 %3 ms。</translation>
    </message>
    <message>
        <source>%1 can go: it costs at most %2 points of AUROC; no time is saved.</source>
        <translation>可去掉 %1：AUROC 最多损失 %2 个百分点；不节省时间。</translation>
    </message>
    <message>
        <source>All are needed.</source>
        <translation>全部都需要。</translation>
    </message>
    <message>
        <source>So few parts can&apos;t tell what can go: label more, bad ones above all.</source>
        <translation>零件太少，无法判断可去掉什么：请多标注，尤其是不良品。</translation>
    </message>
    <message>
        <source>Leave out one by one</source>
        <translation>逐一去掉</translation>
    </message>
    <message>
        <source>Fit forests without each detector and each segment, over the paper&apos;s ten seeds, and compare them</source>
        <translation>用论文的十个随机种子，分别去掉每个检测器和每个分区拟合森林并比较</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>AUROC lost</source>
        <translation>AUROC 损失</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>节省时间</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>What could be left out</source>
        <translation>可以去掉什么</translation>
    </message>
    <message>
        <source>Which forest this is, and on which parts</source>
        <translation>哪个森林，基于哪些零件</translation>
    </message>
    <message>
        <source>What may be left out</source>
        <translation>哪些可以去掉</translation>
    </message>
    <message>
        <source>What the forest did without</source>
        <translation>森林去掉的内容</translation>
    </message>
    <message>
        <source>Points of AUROC lost against the whole forest; negative: it is better without</source>
        <translation>相对完整森林损失的 AUROC 百分点；负值：去掉更好</translation>
    </message>
    <message>
        <source>Of the loss (DeLong, paired, median over the seeds)</source>
        <translation>损失的区间（DeLong 配对，取各种子的中位数）</translation>
    </message>
    <message>
        <source>Chance of such a difference between forests that are equally good</source>
        <translation>两个同样好的森林出现这种差异的概率</translation>
    </message>
    <message>
        <source>Measured time of the detector on one part, and its share of all detectors</source>
        <translation>检测器处理一个零件的实测时间及其占全部检测器的比例</translation>
    </message>
    <message>
        <source>Can go: costs at most 1 point. Needed: leaving it out certainly does harm.</source>
        <translation>可去掉：最多损失 1 个百分点。需要：去掉肯定有损失。</translation>
    </message>
    <message>
        <source>What moves the score</source>
        <translation>什么影响分数</translation>
    </message>
    <message>
        <source>Fit a forest: then this says which segments and which detectors it leans on.</source>
        <translation>拟合森林后，这里会说明它依赖哪些分区和检测器。</translation>
    </message>
    <message>
        <source>%1, run %2, on %3 good and %4 bad parts that it has not learned from: by how much each moves the score, either way. Click one to see the parts it decided.</source>
        <translation>%1，运行 %2，基于未参与学习的 %3 个良品和 %4 个不良品：各项使分数变动多少（不分方向）。点击可查看由它决定的零件。</translation>
    </message>
    <message>
        <source>Asking the forest …</source>
        <translation>正在询问森林…</translation>
    </message>
    <message>
        <source>Not known yet. Forests are fitted without each detector and each segment, and compared.</source>
        <translation>尚不清楚。将分别去掉每个检测器和每个分区拟合森林并比较。</translation>
    </message>
    <message>
        <source>%1 seeds, %2 good and %3 bad test parts; run %4, %5</source>
        <translation>%1 个种子，%2 个良品和 %3 个不良品测试零件；运行 %4，%5</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 decided no part.</source>
        <translation>%1 没有决定任何零件。</translation>
    </message>
    <message numerus="yes">
        <source>The gallery shows the %n part(s) that did not pass and that %1 raised most.</source>
        <translation>
            <numerusform>图库显示 %n 个未合格且主要由 %1 提高分数的零件。</numerusform>
        </translation>
    </message>
    <message>
        <source>decided by %1</source>
        <translation>由 %1 决定</translation>
    </message>
</context>
<context>
    <name>segad::ui::InfluenceTable</name>
    <message>
        <source>How much each segment moves the score under each detector</source>
        <translation>每个分区在每个检测器下影响分数的程度</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Decided no part</source>
        <translation>未决定任何零件</translation>
    </message>
    <message numerus="yes">
        <source>Decided %n part(s): click to see them</source>
        <translation>
            <numerusform>决定了 %n 个零件：点击查看</numerusform>
        </translation>
    </message>
    <message>
        <source>Moves the score by %1 on average</source>
        <translation>平均使分数变动 %1</translation>
    </message>
    <message>
        <source>Bad parts get %1 more from it than good ones</source>
        <translation>不良品由此比良品多得 %1</translation>
    </message>
    <message>
        <source>all segments</source>
        <translation>全部分区</translation>
    </message>
    <message>
        <source>all detectors</source>
        <translation>全部检测器</translation>
    </message>
</context>
<context>
    <name>segad::ui::InspectForm</name>
    <message>
        <source>Folder to inspect</source>
        <translation>要检验的文件夹</translation>
    </message>
    <message>
        <source>All pictures below this folder are inspected; nothing in it is changed unless they are to be moved</source>
        <translation>检测此文件夹下的所有图像；除非要移动图像，否则不更改其中任何内容</translation>
    </message>
    <message>
        <source>Package to judge with</source>
        <translation>用于判定的检测包</translation>
    </message>
    <message>
        <source>A package (.segad-model) made of a project; empty: this project</source>
        <translation>由项目制作的检测包（.segad-model）；留空：本项目</translation>
    </message>
    <message>
        <source>A package (.segad-model) that the engineer has made</source>
        <translation>工程师制作的检测包（.segad-model）</translation>
    </message>
    <message>
        <source>Watch the folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Pictures afterwards</source>
        <translation>之后的图像</translation>
    </message>
    <message>
        <source>Whether a picture is copied or moved into a folder for its verdict</source>
        <translation>图像是否复制或移动到其判定对应的文件夹</translation>
    </message>
    <message>
        <source>Folder for the verdicts</source>
        <translation>判定文件夹</translation>
    </message>
    <message>
        <source>Gets the folders pass, review, reject and failed</source>
        <translation>其中会建立 pass、review、reject 和 failed 文件夹</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Which verdicts are heard: one high tone for pass, two for review, three low ones for reject</source>
        <translation>听到哪些判定：合格一声高音，复核两声，剔除三声低音</translation>
    </message>
    <message>
        <source>Folder with new pictures, or drop it here</source>
        <translation>新图像的文件夹，或拖放到此处</translation>
    </message>
    <message>
        <source>This project as it is now, or drop a package here</source>
        <translation>当前状态的本项目，或把检测包拖放到此处</translation>
    </message>
    <message>
        <source>Package (.segad-model), or drop it here</source>
        <translation>检测包（.segad-model），或拖放到此处</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>判定者</translation>
    </message>
    <message>
        <source>Choose folder …</source>
        <translation>选择文件夹 …</translation>
    </message>
    <message>
        <source>Choose the folder to inspect</source>
        <translation>选择要检验的文件夹</translation>
    </message>
    <message>
        <source>Choose package …</source>
        <translation>选择检测包 …</translation>
    </message>
    <message>
        <source>Choose the package to judge with</source>
        <translation>选择用于判定的检测包</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder for the verdicts</source>
        <translation>选择判定文件夹</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>检测包</translation>
    </message>
    <message>
        <source>Packages (*%1)</source>
        <translation>检测包 (*%1)</translation>
    </message>
    <message>
        <source>Judge new pictures as they come, until you stop it</source>
        <translation>新图像到来即判定，直到您停止</translation>
    </message>
    <message>
        <source>Go on with the last inspection of this folder: no part is judged twice</source>
        <translation>接着此文件夹的上次检测：任何零件都不会判定两次</translation>
    </message>
    <message>
        <source>&lt;folder&gt;-results.csv for other programs and &lt;folder&gt;-results.html for people</source>
        <translation>&lt;文件夹&gt;-results.csv 供其他程序使用，&lt;文件夹&gt;-results.html 供人阅读</translation>
    </message>
    <message>
        <source>leave the pictures</source>
        <translation>图像保持原处</translation>
    </message>
    <message>
        <source>copy by verdict to</source>
        <translation>按判定复制到</translation>
    </message>
    <message>
        <source>move by verdict to</source>
        <translation>按判定移动到</translation>
    </message>
    <message>
        <source>no sounds</source>
        <translation>无声音</translation>
    </message>
    <message>
        <source>sound for rejects</source>
        <translation>剔除时发声</translation>
    </message>
    <message>
        <source>sound for review and reject</source>
        <translation>复核和剔除时发声</translation>
    </message>
    <message>
        <source>sound for every verdict</source>
        <translation>每次判定都发声</translation>
    </message>
    <message>
        <source>Choose a package</source>
        <translation>请选择检测包</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>请选择文件夹</translation>
    </message>
    <message>
        <source>Choose a folder for the verdicts</source>
        <translation>请选择判定文件夹</translation>
    </message>
</context>
<context>
    <name>segad::ui::InspectPanel</name>
    <message>
        <source>Inspect</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Give every picture of the folder a verdict</source>
        <translation>为文件夹中的每幅图像作出判定</translation>
    </message>
    <message>
        <source>Nothing to inspect with yet</source>
        <translation>还不能检测</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>检测记录</translation>
    </message>
    <message>
        <source>Train a detector first; fit a forest for verdicts that know the segments. Then choose a folder with new pictures: each gets a verdict. Or choose a package that was made elsewhere.</source>
        <translation>请先训练检测器；拟合森林后，判定会考虑各分区。然后选择新图像的文件夹：每张都会得到判定。也可以选择在别处制作的检测包。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop inspecting; it can be continued, and no part is lost</source>
        <translation>停止检测；可以继续，且不会丢失任何零件</translation>
    </message>
    <message>
        <source>Operator mode</source>
        <translation>操作员模式</translation>
    </message>
    <message>
        <source>Fill the screen with the line, without menus; a PIN can be set in Settings</source>
        <translation>产线画面占满屏幕，无菜单；可在设置中设定 PIN</translation>
    </message>
    <message>
        <source>What is inspected</source>
        <translation>检测对象</translation>
    </message>
    <message>
        <source>No part yet</source>
        <translation>还没有零件</translation>
    </message>
    <message>
        <source>Train a detector, or choose a package</source>
        <translation>请训练检测器，或选择检测包</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>What judges …</source>
        <translation>判定依据 …</translation>
    </message>
    <message>
        <source>Where the package or project comes from, how it was checked here, and what is other than where it was made</source>
        <translation>检测包或项目的来源、在此处如何检查，以及与制作处的不同之处</translation>
    </message>
</context>
<context>
    <name>segad::ui::InspectionModel</name>
    <message>
        <source>Part</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Said to be</source>
        <translation>说明为</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>判定时间</translation>
    </message>
</context>
<context>
    <name>segad::ui::IntervalPlot</name>
    <message>
        <source>Bars with their intervals</source>
        <translation>带区间的条形图</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>%1: from</source>
        <translation>%1：自</translation>
    </message>
    <message>
        <source>%1: to</source>
        <translation>%1：至</translation>
    </message>
</context>
<context>
    <name>segad::ui::JobBar</name>
    <message>
        <source>Progress of the running job</source>
        <translation>当前任务的进度</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source> after %1</source>
        <translation>，用时 %1</translation>
    </message>
    <message>
        <source>. %1</source>
        <translation>。%1</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>      ⚠ %1</source>
        <translation>      ⚠ %1</translation>
    </message>
    <message>
        <source>No jobs yet.</source>
        <translation>还没有任务。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Let the job go on from where it stands</source>
        <translation>让任务从停下处继续</translation>
    </message>
    <message>
        <source>Let the job stand still and leave the machine to others</source>
        <translation>让任务停下，把机器让给其他程序</translation>
    </message>
    <message>
        <source>Stop the running job; the project stays as it was</source>
        <translation>停止正在运行的任务；项目保持原样</translation>
    </message>
    <message>
        <source>All jobs and their warnings</source>
        <translation>所有任务及其警告</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n warning(s), see the messages.</source>
        <translation>
            <numerusform> %n 条警告，见消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>What you did is being written to the project; the window goes on meanwhile</source>
        <translation>您的操作正在写入项目；窗口可继续使用</translation>
    </message>
</context>
<context>
    <name>segad::ui::JobQueue</name>
    <message>
        <source>Not enough memory. Close other programs, or choose smaller parameters.</source>
        <translation>内存不足。请关闭其他程序，或选择较小的参数。</translation>
    </message>
    <message>
        <source>Internal error: %1. Please report it.</source>
        <translation>内部错误：%1。请报告此问题。</translation>
    </message>
    <message>
        <source>What was finished is kept, nothing is half done.</source>
        <translation>已完成的部分予以保留，没有半成品。</translation>
    </message>
</context>
<context>
    <name>segad::ui::JobWords</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>pausing …</source>
        <translation>正在暂停 …</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source> (%1 of %2)</source>
        <translation>（%1 / %2）</translation>
    </message>
</context>
<context>
    <name>segad::ui::JudgeDialog</name>
    <message>
        <source>review from %1, reject from %2</source>
        <translation>%1 起复核，%2 起剔除</translation>
    </message>
    <message>
        <source>, set by %1, %2</source>
        <translation>，由 %1 设定，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n reference part(s) score here as where it was made</source>
        <translation>
            <numerusform>%n 个参考零件在此处的评分与制作处相同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference part(s) score here with a difference of at most %1 (%2, %3)</source>
        <translation>
            <numerusform>%n 个参考零件在此处的评分差异最多为 %1（%2，%3）</numerusform>
        </translation>
    </message>
    <message>
        <source>What judges</source>
        <translation>判定依据</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Judges by</source>
        <translation>判定方式</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Loaded in</source>
        <translation>加载用时</translation>
    </message>
    <message>
        <source>%1, and warmed up in %2</source>
        <translation>%1，预热 %2</translation>
    </message>
    <message>
        <source>Checked here</source>
        <translation>在此处检查</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>Reading the package …</source>
        <translation>正在读取检测包 …</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分割区</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>%1 by %2 on %3, from %4, with SegAD %5</source>
        <translation>%1，由 %2 在 %3 上制作，来自 %4，使用 SegAD %5</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>制作环境</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1，%n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>包含</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n reference part(s) are scored again whenever it is opened</source>
        <translation>
            <numerusform>%1；每次打开时重新评分 %n 个参考零件</numerusform>
        </translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>标识</translation>
    </message>
</context>
<context>
    <name>segad::ui::KeyList</name>
    <message>
        <source>Search by what it does, or by key</source>
        <translation>按功能或按键搜索</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>搜索按键</translation>
    </message>
    <message>
        <source>Only keys that have all of these words somewhere</source>
        <translation>只显示包含所有这些词的按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Bare image, without overlays</source>
        <translation>不带叠加层的原图</translation>
    </message>
    <message>
        <source>Space (hold)</source>
        <translation>空格（按住）</translation>
    </message>
    <message>
        <source>Zoom at the cursor, pan, fit to window</source>
        <translation>在光标处缩放、平移、适合窗口</translation>
    </message>
    <message>
        <source>Wheel, drag, double click</source>
        <translation>滚轮、拖动、双击</translation>
    </message>
</context>
<context>
    <name>segad::ui::KeyMap</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Bare image, without overlays</source>
        <translation>不带叠加层的原图</translation>
    </message>
    <message>
        <source>Next or previous field</source>
        <translation>下一个或上一个字段</translation>
    </message>
    <message>
        <source>Close or cancel</source>
        <translation>关闭或取消</translation>
    </message>
    <message>
        <source>Press the chosen button</source>
        <translation>按下所选按钮</translation>
    </message>
</context>
<context>
    <name>segad::ui::KeysPage</name>
    <message>
        <source>Set key</source>
        <translation>设置按键</translation>
    </message>
    <message>
        <source>Use the key that was pressed for what is chosen</source>
        <translation>将按下的键用于所选功能</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>Take the key away from what is chosen</source>
        <translation>移除所选功能的按键</translation>
    </message>
    <message>
        <source>Standard key</source>
        <translation>默认按键</translation>
    </message>
    <message>
        <source>Give back the key that what is chosen had at first</source>
        <translation>恢复所选功能的默认按键</translation>
    </message>
    <message>
        <source>All standard keys</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Give everything back the key it had at first</source>
        <translation>将所有按键恢复为默认</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Click here, then press the new key</source>
        <translation>点击此处，然后按下新按键</translation>
    </message>
    <message>
        <source>Choose what to do, then press the key for it. The keys of the workspaces are here while a project is open.</source>
        <translation>选择一项功能，然后按下对应的按键。打开项目时，这里会列出各工作区的按键。</translation>
    </message>
    <message>
        <source>%1 always means: %2. Press another key.</source>
        <translation>%1 始终表示：%2。请按其他键。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” (%3), which would have no key any more.</source>
        <translation>%1 已用于“%2”（%3），后者将不再有按键。</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 可用。</translation>
    </message>
</context>
<context>
    <name>segad::ui::KindList</name>
    <message>
        <source>As published</source>
        <translation>按论文设置</translation>
    </message>
    <message>
        <source>Kinds of defects</source>
        <translation>缺陷种类</translation>
    </message>
    <message>
        <source>Ticked kinds are generated; the first three are those of the paper</source>
        <translation>勾选的种类会被生成；前三种来自论文</translation>
    </message>
    <message>
        <source>Put the parameters of this kind back to what they were at first</source>
        <translation>将此种类的参数恢复为初始值</translation>
    </message>
</context>
<context>
    <name>segad::ui::KindValueTable</name>
    <message>
        <source>Compare kinds</source>
        <translation>比较种类</translation>
    </message>
    <message>
        <source>Fit forests without each kind and with each alone, and judge them on photographed parts; five forests a figure</source>
        <translation>分别拟合去掉每个种类和仅用每个种类的森林，并在实拍零件上评判；每个数字五个森林</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>生成数</translation>
    </message>
    <message>
        <source>Without it, AUROC (%)</source>
        <translation>去掉它，AUROC (%)</translation>
    </message>
    <message>
        <source>Alone, AUROC (%)</source>
        <translation>仅用它，AUROC (%)</translation>
    </message>
    <message>
        <source>Compare kinds of defects</source>
        <translation>比较缺陷种类</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 by itself</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>On %1 good and %2 bad photographed parts. A kind whose absence lowers the figure of all together is worth generating.</source>
        <translation>基于 %1 个良品和 %2 个不良品实拍零件。去掉后使总体数字下降的种类值得生成。</translation>
    </message>
    <message>
        <source>Which kinds help</source>
        <translation>哪些种类有用</translation>
    </message>
    <message>
        <source>A kind whose absence lowers the figure is worth generating. Photographed good and bad parts are needed to tell.</source>
        <translation>去掉后数字下降的种类值得生成。需要实拍的良品和不良品才能判断。</translation>
    </message>
</context>
<context>
    <name>segad::ui::LabelActions</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Write a note about the selected parts</source>
        <translation>为所选零件写备注</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Label the selected parts good</source>
        <translation>将所选零件标为良品</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>不良品</translation>
    </message>
    <message>
        <source>Label the selected parts bad</source>
        <translation>将所选零件标为不良品</translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>Take the label off the selected parts</source>
        <translation>去除所选零件的标注</translation>
    </message>
    <message>
        <source>Defect type …</source>
        <translation>缺陷类型 …</translation>
    </message>
    <message>
        <source>Label the selected parts bad and say what is wrong with them</source>
        <translation>将所选零件标为不良品并说明缺陷</translation>
    </message>
    <message>
        <source>Same defect type again</source>
        <translation>再次使用相同缺陷类型</translation>
    </message>
    <message>
        <source>Label the selected parts bad with the defect type that was set last</source>
        <translation>将所选零件标为不良品，并使用上次设定的缺陷类型</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>上一个零件</translation>
    </message>
    <message>
        <source>Go to the previous part</source>
        <translation>转到上一个零件</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>下一个零件</translation>
    </message>
    <message>
        <source>Go to the next part</source>
        <translation>转到下一个零件</translation>
    </message>
    <message>
        <source>Next unlabelled part</source>
        <translation>下一个未标注零件</translation>
    </message>
    <message>
        <source>Go to the next part without a label</source>
        <translation>转到下一个没有标注的零件</translation>
    </message>
    <message>
        <source>Previous unlabelled part</source>
        <translation>上一个未标注零件</translation>
    </message>
    <message>
        <source>Go back to the part without a label before this one</source>
        <translation>返回上一个未标注零件</translation>
    </message>
    <message>
        <source>Advance after labelling</source>
        <translation>标注后前进</translation>
    </message>
    <message>
        <source>Go to the next unlabelled part as soon as one is labelled</source>
        <translation>标注后立即转到下一个未标注零件</translation>
    </message>
    <message>
        <source>Next suggested part</source>
        <translation>下一个建议零件</translation>
    </message>
    <message>
        <source>Go to the part whose label would teach the forest most; as long as nothing is scored, to the next one without a label</source>
        <translation>转到其标签对森林最有价值的零件；尚无评分时转到下一个未标注零件</translation>
    </message>
</context>
<context>
    <name>segad::ui::LabelAdvice</name>
    <message>
        <source>Part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Useful %</source>
        <translation>价值 %</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Parts to label next</source>
        <translation>接下来要标注的零件</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Doubt %</source>
        <translation>存疑 %</translation>
    </message>
    <message>
        <source>Labels to look at again</source>
        <translation>需要复查的标签</translation>
    </message>
    <message>
        <source>How the forest stands with these labels</source>
        <translation>森林在这些标签下的状况</translation>
    </message>
    <message>
        <source>Label next</source>
        <translation>接下来标注</translation>
    </message>
    <message>
        <source>Labels in doubt</source>
        <translation>存疑的标签</translation>
    </message>
    <message>
        <source>Every scored part is labelled.</source>
        <translation>所有已评分的零件都已标注。</translation>
    </message>
    <message>
        <source>No label is in doubt.</source>
        <translation>没有存疑的标签。</translation>
    </message>
    <message>
        <source>Reading features …</source>
        <translation>正在读取特征…</translation>
    </message>
</context>
<context>
    <name>segad::ui::LabelMergeDialog</name>
    <message numerus="yes">
        <source>… and %n more line(s) that can&apos;t be used</source>
        <translation>
            <numerusform>…以及另外 %n 行无法使用</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing the labels …</source>
        <translation>正在比较标签…</translation>
    </message>
    <message>
        <source>Take the &amp;table&apos;s</source>
        <translation>以表格为准(&amp;T)</translation>
    </message>
    <message>
        <source>Keep the &amp;project&apos;s</source>
        <translation>以项目为准(&amp;P)</translation>
    </message>
    <message>
        <source>Merge labels of %1</source>
        <translation>合并 %1 中的标签</translation>
    </message>
    <message>
        <source>What the table would change</source>
        <translation>表格将更改的内容</translation>
    </message>
    <message>
        <source>In every conflict the table has the last word</source>
        <translation>所有冲突以表格为准</translation>
    </message>
    <message>
        <source>In every conflict the project has the last word</source>
        <translation>所有冲突以项目为准</translation>
    </message>
    <message>
        <source>Change the labels in one step; Ctrl+Z takes it back</source>
        <translation>一步更改标签；按 Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>Conflicts:</source>
        <translation>冲突：</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Change %n part(s)</source>
        <translation>
            <numerusform>更改 %n 个零件(&amp;C)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) read.</source>
        <translation>
            <numerusform>已读取 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>The project says the same.</source>
        <translation>与项目内容一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): project and table have both changed the label. Tick those where the table is right.</source>
        <translation>
            <numerusform>%n 处冲突：项目和表格都修改了标签。勾选以表格为准的行。</numerusform>
        </translation>
    </message>
    <message>
        <source>The table does not say what it started from: every difference counts as an edit.</source>
        <translation>表格未说明其起始状态：每处差异都视为修改。</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>合并标签</translation>
    </message>
</context>
<context>
    <name>segad::ui::LabelMergeModel</name>
    <message>
        <source>%1
Conflict: both the project and line %2 of the table have changed it. Tick it to take the table&apos;s word.</source>
        <translation>%1
冲突：项目和表格第 %2 行都修改了它。勾选则以表格为准。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>In the project</source>
        <translation>项目中</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>表格中</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>将变为</translation>
    </message>
</context>
<context>
    <name>segad::ui::LabelTables</name>
    <message>
        <source>&amp;Merge labels …</source>
        <translation>合并标签(&amp;M)…</translation>
    </message>
    <message>
        <source>Take over labels that were edited in a spreadsheet, after a look at them</source>
        <translation>查看后接受在电子表格中编辑过的标签</translation>
    </message>
    <message>
        <source>&amp;Export labels …</source>
        <translation>导出标签(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the labels of all parts as a table for a spreadsheet</source>
        <translation>将所有零件的标签写成电子表格可用的表格</translation>
    </message>
    <message>
        <source>Table of labels</source>
        <translation>标签表格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>导出标签</translation>
    </message>
</context>
<context>
    <name>segad::ui::LayoutMenu</name>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Delete layout</source>
        <translation>删除布局(&amp;D)</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>&amp;Save layout …</source>
        <translation>保存布局(&amp;S)…</translation>
    </message>
    <message>
        <source>Keep how the window is arranged now, under a name</source>
        <translation>以某个名称保存当前窗口布局</translation>
    </message>
    <message>
        <source>La&amp;belling</source>
        <translation>标注(&amp;B)</translation>
    </message>
    <message>
        <source>Parts, picture and part panel side by side</source>
        <translation>零件、图片和零件面板并排</translation>
    </message>
    <message>
        <source>&amp;Comparing</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>The compare grid has all the room beside the parts</source>
        <translation>比较网格占据零件旁的全部空间</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Cards, queue and runs wide, the picture beside them</source>
        <translation>卡片、队列和运行占宽，图片在旁</translation>
    </message>
    <message>
        <source>Arrange the window as kept under this name</source>
        <translation>按此名称保存的布局排列窗口</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>保存布局</translation>
    </message>
    <message>
        <source>Name of the layout; one of the same name is replaced</source>
        <translation>布局名称；同名布局将被替换</translation>
    </message>
</context>
<context>
    <name>segad::ui::LearningPanel</name>
    <message>
        <source>Bad labels</source>
        <translation>不良标注</translation>
    </message>
    <message>
        <source>AUROC %</source>
        <translation>AUROC %</translation>
    </message>
    <message>
        <source>Seen types %</source>
        <translation>见过的类型 %</translation>
    </message>
    <message>
        <source>Unseen types %</source>
        <translation>未见过的类型 %</translation>
    </message>
    <message>
        <source>AUROC against the number of bad labels</source>
        <translation>AUROC 与不良标注数量</translation>
    </message>
    <message>
        <source>Compute the curve</source>
        <translation>计算曲线</translation>
    </message>
    <message>
        <source>Fit forests on 1, 2, 3, 5, 10 … bad parts, ten times each, and judge them on the same test parts; nothing but the curve is kept</source>
        <translation>分别用 1、2、3、5、10… 个不良品各拟合十次森林，并在同样的测试零件上评估；只保留曲线</translation>
    </message>
    <message>
        <source>Write the curve as PNG, SVG, PDF or CSV</source>
        <translation>将曲线保存为 PNG、SVG、PDF 或 CSV</translation>
    </message>
    <message>
        <source>Whether more labels help</source>
        <translation>更多标注是否有用</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message numerus="yes">
        <source>With %n bad label(s) the AUROC is %1 %.</source>
        <translation>
            <numerusform>有 %n 个不良标注时，AUROC 为 %1 %。</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 to %2 bad labels it rose by %3 points: more of them are likely to help.</source>
        <translation>从 %1 个到 %2 个不良标注，上升了 %3 点：更多标注很可能有用。</translation>
    </message>
    <message>
        <source>From %1 to %2 bad labels it changed by %3 points, less than the seeds differ: more of the same kinds are unlikely to help.</source>
        <translation>从 %1 个到 %2 个不良标注，变化为 %3 点，小于种子间的差异：更多同类标注不太可能有用。</translation>
    </message>
    <message>
        <source>Not computed yet. The curve shows how much better the forest gets with each bad part you label, and so whether it is worth while to go on.</source>
        <translation>尚未计算。曲线显示每标注一个不良品森林能提升多少，从而判断是否值得继续。</translation>
    </message>
</context>
<context>
    <name>segad::ui::LearningPlot</name>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Bad parts learned from</source>
        <translation>学习用的不良品</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>%1, mean ± deviation</source>
        <translation>%1，均值 ± 标准差</translation>
    </message>
    <message>
        <source>… on seen defect types</source>
        <translation>…见过的缺陷类型</translation>
    </message>
    <message>
        <source>… on unseen defect types</source>
        <translation>…未见过的缺陷类型</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>bad parts learned from</source>
        <translation>学习用的不良品</translation>
    </message>
    <message>
        <source>deviation (%)</source>
        <translation>标准差 (%)</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>all bad parts</source>
        <translation>全部不良品</translation>
    </message>
    <message>
        <source>seen defect types</source>
        <translation>见过的缺陷类型</translation>
    </message>
    <message>
        <source>unseen defect types</source>
        <translation>未见过的缺陷类型</translation>
    </message>
</context>
<context>
    <name>segad::ui::LineLive</name>
    <message>
        <source>Inspect %1</source>
        <translation>检验 %1</translation>
    </message>
    <message>
        <source>%1 passed, %2 to review, %3 rejected, %4 without a verdict</source>
        <translation>%1 个合格，%2 个待复核，%3 个剔除，%4 个无判定</translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation>监视 %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::LinePage</name>
    <message>
        <source>Present PIN</source>
        <translation>当前 PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新 PIN</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>再次输入新 PIN</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>设定 PIN</translation>
    </message>
    <message>
        <source>From now on operator mode is left with this PIN only</source>
        <translation>从现在起只能用此 PIN 退出操作员模式</translation>
    </message>
    <message>
        <source>Remove PIN</source>
        <translation>移除 PIN</translation>
    </message>
    <message>
        <source>Operator mode is left without a PIN</source>
        <translation>退出操作员模式无需 PIN</translation>
    </message>
    <message>
        <source>Play the sound of this verdict</source>
        <translation>播放此判定的声音</translation>
    </message>
    <message>
        <source>PIN of operator mode</source>
        <translation>操作员模式的 PIN</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Which verdicts are heard is chosen where the inspection is begun.</source>
        <translation>听到哪些判定在开始检测处选择。</translation>
    </message>
    <message>
        <source>%1 to %2 digits</source>
        <translation>%1 至 %2 位数字</translation>
    </message>
    <message>
        <source>A PIN is set: operator mode is left with it only.</source>
        <translation>已设定 PIN：只能用它退出操作员模式。</translation>
    </message>
    <message>
        <source>No PIN is set: everybody can leave operator mode.</source>
        <translation>未设定 PIN：任何人都可退出操作员模式。</translation>
    </message>
    <message>
        <source>✕ The present PIN is another one.</source>
        <translation>✕ 当前 PIN 不正确。</translation>
    </message>
    <message>
        <source>✕ The two new PINs differ.</source>
        <translation>✕ 两次输入的新 PIN 不一致。</translation>
    </message>
    <message>
        <source>✕ A PIN has %1 to %2 digits.</source>
        <translation>✕ PIN 为 %1 至 %2 位数字。</translation>
    </message>
</context>
<context>
    <name>segad::ui::LineView</name>
    <message>
        <source>The inspection has stopped</source>
        <translation>检测已停止</translation>
    </message>
    <message>
        <source>The line has changed</source>
        <translation>产线有变化</translation>
    </message>
    <message>
        <source>It is good</source>
        <translation>它是良品</translation>
    </message>
    <message>
        <source>Say that the part that is shown is good; the next training learns from it</source>
        <translation>说明所显示的零件是良品；下次训练会从中学习</translation>
    </message>
    <message>
        <source>It is bad</source>
        <translation>它是不良品</translation>
    </message>
    <message>
        <source>Say that the part that is shown is bad; the next training learns from it</source>
        <translation>说明所显示的零件是不良品；下次训练会从中学习</translation>
    </message>
    <message>
        <source>As judged</source>
        <translation>按原判定</translation>
    </message>
    <message>
        <source>Take back what was said of the part that is shown</source>
        <translation>撤回对所显示零件的说明</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>回到实时</translation>
    </message>
    <message>
        <source>Show what is judged now</source>
        <translation>显示当前正在判定的零件</translation>
    </message>
    <message>
        <source>Learn anew what is usual</source>
        <translation>重新学习常态</translation>
    </message>
    <message>
        <source>What is judged from now on is what the trend compares with: after new lamps, a new lens or another material, when the parts are good</source>
        <translation>趋势将与从现在起判定的零件比较：适用于更换灯、镜头或材料之后且零件为良品时</translation>
    </message>
    <message>
        <source>Older part</source>
        <translation>较早的零件</translation>
    </message>
    <message>
        <source>Show the part before</source>
        <translation>显示前一个零件</translation>
    </message>
    <message>
        <source>Newer part</source>
        <translation>较新的零件</translation>
    </message>
    <message>
        <source>Show the part after</source>
        <translation>显示后一个零件</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>State of the inspection</source>
        <translation>检测状态</translation>
    </message>
    <message>
        <source>Loading what judges …</source>
        <translation>正在加载判定模型 …</translation>
    </message>
    <message>
        <source>Waiting for parts …</source>
        <translation>等待零件 …</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source>loading …</source>
        <translation>正在加载 …</translation>
    </message>
    <message>
        <source>%1 · not running</source>
        <translation>%1 · 未运行</translation>
    </message>
    <message>
        <source>loaded in %1</source>
        <translation>加载用时 %1</translation>
    </message>
    <message>
        <source>%1 · %2 · watching</source>
        <translation>%1 · %2 · 监视中</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 of %4 parts</source>
        <translation>%1 · %2 · %3 / %4 个零件</translation>
    </message>
    <message>
        <source>The folder is away</source>
        <translation>文件夹不可用</translation>
    </message>
    <message>
        <source>What should be known of what judges</source>
        <translation>关于判定依据须知</translation>
    </message>
    <message>
        <source>Waiting for a job to end: %1</source>
        <translation>正在等待任务结束：%1</translation>
    </message>
    <message>
        <source>waiting for a job to end: %1</source>
        <translation>正在等待任务结束：%1</translation>
    </message>
    <message>
        <source>%1 · nothing new</source>
        <translation>%1 · 没有新图片</translation>
    </message>
    <message numerus="yes">
        <source>Nothing new: all %n picture(s) were judged before. Without Continue they are judged again.</source>
        <translation>
            <numerusform>没有新图片：全部 %n 张图片之前都已判定。不选“继续”则会重新判定。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::LivePart</name>
    <message>
        <source>%1. Put its segment map where those of the other pictures are, under the name of the picture, and inspect it again; or make the segment maps by a source that needs no files, and fit the forest again.</source>
        <translation>%1。请将其分段图以图片的名称放到其他图片的分段图所在处，然后重新检测；或改用不需要文件的来源制作分段图，并重新拟合森林。</translation>
    </message>
</context>
<context>
    <name>segad::ui::LossPlot</name>
    <message>
        <source>Loss curve</source>
        <translation>损失曲线</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Unexplained (%)</source>
        <translation>未解释 (%)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>unexplained of pictures held out</source>
        <translation>保留图片中未解释的部分</translation>
    </message>
    <message>
        <source>The curve appears as soon as something was learned.</source>
        <translation>学到内容后即显示曲线。</translation>
    </message>
    <message>
        <source>Step %1: loss %2</source>
        <translation>第 %1 步：损失 %2</translation>
    </message>
    <message>
        <source>; %1 % of pictures held out unexplained</source>
        <translation>；保留图片中 %1 % 未被解释</translation>
    </message>
</context>
<context>
    <name>segad::ui::MainWindow</name>
    <message>
        <source>SegAD Studio</source>
        <translation>SegAD Studio</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New project …</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>Make a project for a folder of images</source>
        <translation>为图像文件夹新建项目</translation>
    </message>
    <message>
        <source>&amp;Open project …</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>打开项目文件</translation>
    </message>
    <message>
        <source>&amp;Import images …</source>
        <translation>导入图像(&amp;I)…</translation>
    </message>
    <message>
        <source>Add a folder of images to this project</source>
        <translation>将图像文件夹加入此项目</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation>返回起始页</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window; everything is saved already</source>
        <translation>关闭窗口；所有内容均已保存</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>标注(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>工作区(&amp;W)</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>使用整个屏幕</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>所有快捷键一览</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Weights and appearance</source>
        <translation>权重与外观</translation>
    </message>
    <message>
        <source>&amp;About SegAD Studio</source>
        <translation>关于 SegAD Studio(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Take back the last label or defect type</source>
        <translation>撤回上一次标注或缺陷类型</translation>
    </message>
    <message>
        <source>Set again what was taken back</source>
        <translation>恢复被撤回的内容</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>%1 — SegAD Studio</source>
        <translation>%1 — SegAD Studio</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>A job is still running. Stop it and quit? The project stays as it was before the job.</source>
        <translation>仍有任务在运行。停止并退出吗？项目将保持任务之前的状态。</translation>
    </message>
    <message>
        <source>About SegAD Studio</source>
        <translation>关于 SegAD Studio</translation>
    </message>
    <message>
        <source>&lt;b&gt;SegAD Studio %1&lt;/b&gt;&lt;p&gt;Finds defective parts from images: anomaly maps, pooled over the segments of a product, judged by a boosted random forest (SegAD, Baitieva et al., CVPR 2024).&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. There is no warranty.&lt;/p&gt;</source>
        <translation>&lt;b&gt;SegAD Studio %1&lt;/b&gt;&lt;p&gt;从图像中找出有缺陷的零件：按产品分区汇总异常图，由提升随机森林判定（SegAD，Baitieva 等，CVPR 2024）。&lt;/p&gt;&lt;p&gt;自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。不提供任何担保。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>下一个面板</translation>
    </message>
    <message>
        <source>Give the keys to the next panel</source>
        <translation>将键盘焦点移到下一个面板</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>上一个面板</translation>
    </message>
    <message>
        <source>Give the keys to the panel before</source>
        <translation>将键盘焦点移到上一个面板</translation>
    </message>
    <message>
        <source>Inspect &amp;with a package …</source>
        <translation>用检测包检测(&amp;W) …</translation>
    </message>
    <message>
        <source>Judge parts on a line, without a project</source>
        <translation>在产线上判定零件，无需项目</translation>
    </message>
    <message>
        <source>&amp;Paint</source>
        <translation>绘制(&amp;P)</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>检测包</translation>
    </message>
    <message>
        <source>Packages (*%1)</source>
        <translation>检测包 (*%1)</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Making %1 …</source>
        <translation>正在创建 %1 …</translation>
    </message>
</context>
<context>
    <name>segad::ui::MaskActions</name>
    <message>
        <source>&amp;Import masks …</source>
        <translation>导入掩膜(&amp;I) …</translation>
    </message>
    <message>
        <source>Take masks that lie in a folder as the regions of their parts</source>
        <translation>将文件夹中的掩膜作为相应零件的区域</translation>
    </message>
    <message>
        <source>&amp;Export masks …</source>
        <translation>导出掩膜(&amp;E) …</translation>
    </message>
    <message>
        <source>Write the regions of each part as a mask into a folder</source>
        <translation>将每个零件的区域作为掩膜写入文件夹</translation>
    </message>
    <message>
        <source>Folder with the masks</source>
        <translation>掩膜所在文件夹</translation>
    </message>
    <message>
        <source>Folder for the masks</source>
        <translation>掩膜的目标文件夹</translation>
    </message>
    <message>
        <source>Import masks</source>
        <translation>导入掩膜</translation>
    </message>
    <message numerus="yes">
        <source>Regions of %n part(s) changed</source>
        <translation>
            <numerusform>已更改 %n 个零件的区域</numerusform>
        </translation>
    </message>
    <message>
        <source>Export masks</source>
        <translation>导出掩膜</translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s) written</source>
        <translation>
            <numerusform>已写入 %n 个掩膜</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::MaskImportDialog</name>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>The mask can&apos;t be used</source>
        <translation>该掩膜无法使用</translation>
    </message>
    <message>
        <source>no part</source>
        <translation>无对应零件</translation>
    </message>
    <message>
        <source>No part goes by the name of the mask</source>
        <translation>没有零件与该掩膜同名</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>The part has painted regions, which stay</source>
        <translation>该零件已有绘制的区域，予以保留</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The mask is empty: the part&apos;s regions go away</source>
        <translation>掩膜为空：该零件的区域将被移除</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>The mask becomes the part&apos;s regions</source>
        <translation>该掩膜成为零件的区域</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>The part has these regions already</source>
        <translation>该零件已有这些区域</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Nothing is painted in the mask</source>
        <translation>掩膜中没有绘制内容</translation>
    </message>
    <message>
        <source>Replace painted regions</source>
        <translation>替换已绘制的区域</translation>
    </message>
    <message>
        <source>Import masks</source>
        <translation>导入掩膜</translation>
    </message>
    <message>
        <source>Also put masks in the place of regions that somebody painted</source>
        <translation>也用掩膜替换手工绘制的区域</translation>
    </message>
    <message>
        <source>Reading the masks</source>
        <translation>正在读取掩膜</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What becomes of each mask</source>
        <translation>每个掩膜的处理结果</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Take the masks in as regions</source>
        <translation>将掩膜作为区域采用</translation>
    </message>
    <message>
        <source>Reading the masks …</source>
        <translation>正在读取掩膜 …</translation>
    </message>
    <message>
        <source>Read masks</source>
        <translation>读取掩膜</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s)</source>
        <translation>
            <numerusform>%n 个掩膜</numerusform>
        </translation>
    </message>
    <message>
        <source>The list shows the first %1.</source>
        <translation>列表显示前 %1 个。</translation>
    </message>
</context>
<context>
    <name>segad::ui::MessageLog</name>
    <message>
        <source>%1, %2 times</source>
        <translation>%1，%2 次</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
</context>
<context>
    <name>segad::ui::MessagesPanel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the chosen messages as text, or all of them</source>
        <translation>将所选消息（或全部）复制为文本</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty the list of messages</source>
        <translation>清空消息列表</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>The chosen message</source>
        <translation>所选消息</translation>
    </message>
    <message>
        <source>No messages. What goes wrong is listed here, with what to do.</source>
        <translation>没有消息。出现的问题及处理办法会列在这里。</translation>
    </message>
    <message>
        <source>Choose a message to read all of it.</source>
        <translation>选择一条消息以查看全文。</translation>
    </message>
</context>
<context>
    <name>segad::ui::Minimap</name>
    <message>
        <source>The whole picture: click to go there</source>
        <translation>整幅图像：点击前往该处</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
</context>
<context>
    <name>segad::ui::NextStepBar</name>
    <message>
        <source>What comes next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>前往训练</translation>
    </message>
    <message numerus="yes">
        <source>%n good part(s) to learn from. Train a detector to see heatmaps.</source>
        <translation>
            <numerusform>有 %n 个良品可供学习。训练一个检测器即可查看热图。</numerusform>
        </translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Go where the next step is done</source>
        <translation>前往执行下一步的位置</translation>
    </message>
    <message>
        <source>Label parts with the keys 1 (good) and 2 (bad), several at once with Shift or Ctrl: a detector learns from good ones.</source>
        <translation>用按键 1（良品）和 2（不良品）标注零件，按住 Shift 或 Ctrl 可一次标注多个：检测器从良品中学习。</translation>
    </message>
    <message numerus="yes">
        <source>%n good part(s) labelled. Twenty or more show what is normal: label on, or try a detector with these.</source>
        <translation>
            <numerusform>已标注 %n 个良品。二十个以上才能体现正常状态：继续标注，或先用这些试训检测器。</numerusform>
        </translation>
    </message>
    <message>
        <source>The heatmaps are there. Label at least two bad parts: they show how well good and bad are told apart, and a forest learns from them.</source>
        <translation>热图已生成。请至少标注两个不良品：它们体现良品与不良品的区分效果，森林也从中学习。</translation>
    </message>
    <message numerus="yes">
        <source>%n bad part(s) labelled. A forest learns from them which heatmaps to trust, and where.</source>
        <translation>
            <numerusform>已标注 %n 个不良品。森林从中学习在何处信任哪些热图。</numerusform>
        </translation>
    </message>
    <message>
        <source>The forest is fitted: see how well it tells good and bad apart.</source>
        <translation>森林已拟合：查看它区分良品与不良品的效果。</translation>
    </message>
    <message>
        <source>Go to the forest</source>
        <translation>前往森林</translation>
    </message>
    <message>
        <source>Go to Results</source>
        <translation>前往结果</translation>
    </message>
    <message>
        <source>Go to the parts</source>
        <translation>前往零件</translation>
    </message>
</context>
<context>
    <name>segad::ui::NoticeBar</name>
    <message>
        <source>Put this notice away</source>
        <translation>关闭此提示</translation>
    </message>
</context>
<context>
    <name>segad::ui::OperatorWindow</name>
    <message>
        <source>Inspection</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Operator mode</source>
        <translation>操作员模式</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Back to the window; asks for the PIN</source>
        <translation>返回窗口；需要 PIN</translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation>返回窗口</translation>
    </message>
</context>
<context>
    <name>segad::ui::PackageMaker</name>
    <message numerus="yes">
        <source>%1; %n reference part(s) are scored again whenever it is opened</source>
        <translation>
            <numerusform>%1；每次打开时重新评分 %n 个参考零件</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a package …</source>
        <translation>制作检测包 …</translation>
    </message>
    <message>
        <source>Write all that a line PC needs to inspect parts into one file</source>
        <translation>把产线电脑检测所需的一切写入一个文件</translation>
    </message>
    <message>
        <source>Make a package</source>
        <translation>制作检测包</translation>
    </message>
    <message>
        <source>Packages (*%1)</source>
        <translation>检测包 (*%1)</translation>
    </message>
    <message>
        <source>Package %1</source>
        <translation>检测包 %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::ParamForm</name>
    <message>
        <source>More parameters</source>
        <translation>更多参数</translation>
    </message>
    <message>
        <source>Show the parameters that rarely need a change</source>
        <translation>显示很少需要更改的参数</translation>
    </message>
</context>
<context>
    <name>segad::ui::PartHistory</name>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>set again</source>
        <translation>已重新设置</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>defect type removed</source>
        <translation>已移除缺陷类型</translation>
    </message>
    <message>
        <source>note removed</source>
        <translation>已移除备注</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>regions removed</source>
        <translation>已移除区域</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) painted</source>
        <translation>
            <numerusform>已绘制 %n 个区域</numerusform>
        </translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
</context>
<context>
    <name>segad::ui::PartListModel</name>
    <message>
        <source>, %1</source>
        <translation>，%1</translation>
    </message>
    <message>
        <source>
A defect kind held back from training</source>
        <translation>
未用于训练的缺陷类型</translation>
    </message>
    <message>
        <source>
%1 × %2 px</source>
        <translation>
%1 × %2 像素</translation>
    </message>
    <message>
        <source>
score %1</source>
        <translation>
分数 %1</translation>
    </message>
    <message>
        <source>
Generated, not photographed</source>
        <translation>
生成的，非拍摄</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成的</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n 个区域</numerusform>
        </translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>带备注</translation>
    </message>
</context>
<context>
    <name>segad::ui::PartPanel</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Scores of this part</source>
        <translation>此零件的分数</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>History of this part</source>
        <translation>此零件的历史</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Label the selected parts %1 (%2)</source>
        <translation>将所选零件标为 %1 (%2)</translation>
    </message>
    <message>
        <source>defect type</source>
        <translation>缺陷类型</translation>
    </message>
    <message>
        <source>What is wrong with the part; setting it labels the part bad</source>
        <translation>零件的问题；设置后该零件标为不良品</translation>
    </message>
    <message>
        <source>Defect type</source>
        <translation>缺陷类型</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>No part selected.</source>
        <translation>未选择零件。</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Anything worth knowing about the part; saved when you leave the field (Ctrl+M)</source>
        <translation>关于零件的备注；离开输入框时保存 (Ctrl+M)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy the path of the picture</source>
        <translation>复制图像路径</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>复制 SHA-256</translation>
    </message>
    <message>
        <source>Copy the SHA-256 of the picture</source>
        <translation>复制图像的 SHA-256</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show the folder of the picture in the file manager</source>
        <translation>在文件管理器中显示图像所在文件夹</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>产生方式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message numerus="yes">
        <source>Applies to %n selected part(s)</source>
        <translation>
            <numerusform>适用于 %n 个所选零件</numerusform>
        </translation>
    </message>
    <message>
        <source>several defect types</source>
        <translation>多种缺陷类型</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>several notes</source>
        <translation>多条备注</translation>
    </message>
    <message>
        <source>%1, a defect kind held back from training</source>
        <translation>%1，训练中未见的缺陷类型</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>generated, not photographed</source>
        <translation>生成的，非拍摄</translation>
    </message>
    <message>
        <source>photographed</source>
        <translation>拍摄</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>segad::ui::PartScorer</name>
    <message>
        <source>Heatmaps</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Judge a part that is looked at again, so that its heatmap and the segment that decided can be shown</source>
        <translation>重新判定正在查看的零件，以便显示其热力图和起决定作用的分割区</translation>
    </message>
    <message>
        <source>Load %1 for heatmaps</source>
        <translation>为热力图加载 %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::PartStage</name>
    <message>
        <source>Reading the picture again …</source>
        <translation>正在重新读取图像 …</translation>
    </message>
    <message>
        <source>without its heatmap, which is kept of the newest parts only</source>
        <translation>不含热图，热图仅保留最新零件的</translation>
    </message>
    <message>
        <source>without its heatmap, which is kept of the newest parts only; Heatmaps judges it again</source>
        <translation>没有热力图，只保留最新零件的；“热力图”会重新判定它</translation>
    </message>
    <message>
        <source>judging it again, for its heatmap …</source>
        <translation>正在重新判定以获得热力图 …</translation>
    </message>
    <message>
        <source>no heatmap: %1</source>
        <translation>没有热力图：%1</translation>
    </message>
    <message>
        <source>What judges has changed since, or the picture: the score is %1 now and was %2</source>
        <translation>判定依据或图片此后已改变：现在的分数为 %1，原为 %2</translation>
    </message>
</context>
<context>
    <name>segad::ui::PinDialog</name>
    <message>
        <source>Leave operator mode</source>
        <translation>退出操作员模式</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>The PIN that is set in Settings ▸ Inspection</source>
        <translation>在“设置 ▸ 检测”中设定的 PIN</translation>
    </message>
    <message>
        <source>PIN to leave operator mode</source>
        <translation>退出操作员模式的 PIN</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Go on in operator mode</source>
        <translation>继续操作员模式</translation>
    </message>
    <message>
        <source>✕ That is not the PIN</source>
        <translation>✕ PIN 不正确</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>PIN 错误次数过多。请在 %1 后重试。</translation>
    </message>
</context>
<context>
    <name>segad::ui::PlotSaving</name>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Table of its numbers (*.csv)</source>
        <translation>数值表 (*.csv)</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>导出：%1</translation>
    </message>
    <message>
        <source>could not be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>请选择可写入的文件夹。</translation>
    </message>
    <message>
        <source>Export plot …</source>
        <translation>导出图表…</translation>
    </message>
</context>
<context>
    <name>segad::ui::PrecisionDialog</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>bfloat16 is %1 times as quick here.</source>
        <translation>在此机器上 bfloat16 的速度是 %1 倍。</translation>
    </message>
    <message>
        <source>It changes the AUROC by %1 ± %2 points (95 %).</source>
        <translation>AUROC 变化 %1 ± %2 个百分点（95 %）。</translation>
    </message>
    <message>
        <source>Measured on %1 good and %2 bad parts that the detector has not learned from; scores of other parts change alike.</source>
        <translation>在检测器未学习过的 %1 个合格件和 %2 个不合格件上测得；其他零件的分数变化与此相似。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>What the precision changes</source>
        <translation>精度带来的变化</translation>
    </message>
    <message>
        <source>&amp;Train with bfloat16</source>
        <translation>用 bfloat16 训练(&amp;T)</translation>
    </message>
    <message>
        <source>Precision of run %1 — %2</source>
        <translation>运行 %1 的精度 — %2</translation>
    </message>
    <message>
        <source>Put the same training with bfloat16 into the queue</source>
        <translation>将使用 bfloat16 的相同训练加入队列</translation>
    </message>
    <message>
        <source>Train with bfloat16</source>
        <translation>用 bfloat16 训练</translation>
    </message>
    <message>
        <source>Compare precisions of %1</source>
        <translation>比较 %1 的精度</translation>
    </message>
    <message>
        <source>Waits for the jobs before it.</source>
        <translation>等待前面的任务。</translation>
    </message>
    <message>
        <source>Measuring … %1</source>
        <translation>正在测量… %1</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>Scoring a part</source>
        <translation>单件打分</translation>
    </message>
    <message>
        <source>Largest change of a score</source>
        <translation>分数的最大变化</translation>
    </message>
    <message>
        <source>%1 deviations of good parts</source>
        <translation>合格件标准差的 %1 倍</translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>This processor does not multiply it faster: float32 is the better choice.</source>
        <translation>此处理器计算 bfloat16 并不更快：float32 是更好的选择。</translation>
    </message>
</context>
<context>
    <name>segad::ui::PrecisionRecallPlot</name>
    <message>
        <source>Precision–recall curve</source>
        <translation>精确率–召回率曲线</translation>
    </message>
    <message>
        <source>Recall: bad parts found (%)</source>
        <translation>召回率：检出的不良品 (%)</translation>
    </message>
    <message>
        <source>Precision: bad among those called bad (%)</source>
        <translation>精确率：判为不合格者中确实不合格的 (%)</translation>
    </message>
    <message>
        <source>%1   AP %2 %</source>
        <translation>%1   AP %2 %</translation>
    </message>
    <message>
        <source>%1: threshold %2 finds %3 % of the bad parts; of the parts it calls bad, %4 % are</source>
        <translation>%1：阈值 %2 检出 %3 % 的不良品；判为不合格的零件中有 %4 % 确实不合格</translation>
    </message>
    <message>
        <source>Recall (%)</source>
        <translation>召回率 (%)</translation>
    </message>
    <message>
        <source>Precision (%)</source>
        <translation>精确率 (%)</translation>
    </message>
</context>
<context>
    <name>segad::ui::PresetList</name>
    <message>
        <source>⚠ Not possible yet: %1</source>
        <translation>⚠ 暂不可用：%1</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Choose a detector and its parameters yourself.</source>
        <translation>自行选择检测器及其参数。</translation>
    </message>
</context>
<context>
    <name>segad::ui::PreviewGrid</name>
    <message>
        <source>without</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Preview of generated defects</source>
        <translation>生成缺陷预览</translation>
    </message>
</context>
<context>
    <name>segad::ui::PreviewModel</name>
    <message>
        <source>%1 on %2
Press the mouse to see the part without it</source>
        <translation>%2 上的 %1
按住鼠标可查看没有它的零件</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>Nothing to be seen after 20 draws</source>
        <translation>抽取 20 次后仍不可见</translation>
    </message>
</context>
<context>
    <name>segad::ui::ProjectSession</name>
    <message>
        <source>good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>不良品</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>标注 %1</translation>
    </message>
    <message>
        <source>Defect type %1</source>
        <translation>缺陷类型 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n parts)</source>
        <translation>
            <numerusform>%1（%n 个零件）</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete run %1</source>
        <translation>删除运行 %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>删除 %n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>another program does not let go of the project</source>
        <translation>另一个程序正在占用该项目</translation>
    </message>
    <message>
        <source>the project or its folder is write-protected</source>
        <translation>项目或其文件夹为只读</translation>
    </message>
    <message>
        <source>Defect type removed</source>
        <translation>已移除缺陷类型</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>已移除备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Not possible: %1.</source>
        <translation>无法执行：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) were labelled elsewhere meanwhile and keep that label.</source>
        <translation>
            <numerusform>%n 个零件在此期间已在别处标注，保留那里的标签。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::ProjectView</name>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Look at parts and label them</source>
        <translation>查看零件并标注</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Which area of the product is what</source>
        <translation>产品的各个区域是什么</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train detectors and fit the forest</source>
        <translation>训练检测器并拟合森林</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>ROC and figures of stored evaluations</source>
        <translation>已保存评估的 ROC 与指标</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Verdicts for a folder of new parts</source>
        <translation>为新零件文件夹作出判定</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Parts panel</source>
        <translation>零件面板</translation>
    </message>
    <message>
        <source>Show or hide the gallery</source>
        <translation>显示或隐藏图库</translation>
    </message>
    <message>
        <source>Part panel</source>
        <translation>零件详情面板</translation>
    </message>
    <message>
        <source>Show or hide what is known of the part</source>
        <translation>显示或隐藏零件信息</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Put all panels back to where they were at first</source>
        <translation>将所有面板恢复到初始位置</translation>
    </message>
    <message>
        <source>No parts yet</source>
        <translation>还没有零件</translation>
    </message>
    <message>
        <source>Import a folder with pictures of your product, or drop it here. What was found is shown before anything is added; your pictures are neither copied nor changed.</source>
        <translation>导入一个包含产品图片的文件夹，或将其拖到这里。添加之前会先显示找到的内容；您的图片既不会被复制也不会被更改。</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看器</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Show or hide what went wrong</source>
        <translation>显示或隐藏出现的问题</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Generate bad parts from good ones</source>
        <translation>用良品生成不良品</translation>
    </message>
</context>
<context>
    <name>segad::ui::QueuePanel</name>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Queue of jobs</source>
        <translation>任务队列</translation>
    </message>
    <message>
        <source>Nothing runs and nothing waits. Choose what to train above.</source>
        <translation>没有运行或等待的任务。请在上方选择要训练的内容。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Let the running job stand still, and go on later</source>
        <translation>让正在运行的任务停下，稍后继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the chosen job, or take a waiting one out of the queue</source>
        <translation>停止所选任务，或将等待的任务移出队列</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Move the chosen waiting job up</source>
        <translation>将所选等待任务上移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Move the chosen waiting job down</source>
        <translation>将所选等待任务下移</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1: waits for its turn.</source>
        <translation>%1：等待执行。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source> after %1</source>
        <translation>，用时 %1</translation>
    </message>
    <message>
        <source>, %1 s per step</source>
        <translation>，每步 %1 秒</translation>
    </message>
    <message>
        <source>, %1 so far</source>
        <translation>，已用 %1</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>，剩余 %1</translation>
    </message>
    <message>
        <source>Result so far</source>
        <translation>目前结果</translation>
    </message>
    <message>
        <source>From the labelled test parts that are scored by now, so it begins when scoring does. While a detector learns there is no such figure: PatchCore learns in a single pass, and the others would have to score every test part anew after each step, which takes as long as learning – and who stops where the test parts look best has learned from them.</source>
        <translation>根据目前已评分的带标注测试零件计算，因此从评分开始时才有。检测器学习期间没有该数值：PatchCore 只需一次遍历即可学完，其他检测器则须在每一步后重新对所有测试零件评分，耗时与学习相当；而在测试零件表现最佳处停止，就等于从测试零件中学习。</translation>
    </message>
</context>
<context>
    <name>segad::ui::RankingWords</name>
    <message>
        <source>Their rankings can&apos;t be compared: there must be good and bad parts that both have scored and neither has learned from.</source>
        <translation>无法比较二者的排序：需要有两者都已评分且都未用于学习的良品和不良品。</translation>
    </message>
    <message>
        <source>On the %1 good and %2 bad parts that neither has learned from</source>
        <translation>在二者都未用于学习的 %1 个良品和 %2 个不良品上</translation>
    </message>
    <message>
        <source>%1, both rank equally well.</source>
        <translation>%1，二者排序同样好。</translation>
    </message>
    <message>
        <source>%1, %2 ranks better, by %3 points of AUROC</source>
        <translation>%1，%2 的排序更好，AUROC 高 %3 个百分点</translation>
    </message>
    <message>
        <source> (95 % interval %1 to %2).</source>
        <translation>（95 % 区间 %1 至 %2）。</translation>
    </message>
    <message>
        <source>That is hardly chance (DeLong, p = %1).</source>
        <translation>这不太可能是偶然（DeLong，p = %1）。</translation>
    </message>
    <message>
        <source>That may well be chance (DeLong, p = %1): label more parts to tell.</source>
        <translation>这很可能是偶然（DeLong，p = %1）：标注更多部件才能判断。</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReadOnlyBar</name>
    <message>
        <source>Read-only project</source>
        <translation>只读项目</translation>
    </message>
    <message>
        <source>Save a copy as …</source>
        <translation>另存副本为…</translation>
    </message>
    <message>
        <source>Copy the project with its maps and models to where it can be changed, and open the copy</source>
        <translation>将项目及其图和模型复制到可修改的位置，并打开副本</translation>
    </message>
    <message>
        <source>Read-only: %1. Look at everything; nothing can be labelled, trained or stored.</source>
        <translation>只读：%1。可以查看全部内容，但不能标注、训练或保存。</translation>
    </message>
    <message>
        <source>Save a copy of the project</source>
        <translation>保存项目副本</translation>
    </message>
    <message>
        <source>Copy the project</source>
        <translation>复制项目</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReasonWords</name>
    <message numerus="yes">
        <source>higher than in all %n good part(s)</source>
        <translation>
            <numerusform>高于全部 %n 个良品零件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lower than in all %n good part(s)</source>
        <translation>
            <numerusform>低于全部 %n 个良品零件</numerusform>
        </translation>
    </message>
    <message>
        <source>higher than in %1 % of good parts</source>
        <translation>高于 %1 % 的良品零件</translation>
    </message>
    <message>
        <source>lower than in %1 % of good parts</source>
        <translation>低于 %1 % 的良品零件</translation>
    </message>
    <message>
        <source>whole part</source>
        <translation>整个零件</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>skewness</source>
        <translation>偏度</translation>
    </message>
    <message>
        <source>kurtosis</source>
        <translation>峰度</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>image score</source>
        <translation>图像分数</translation>
    </message>
    <message>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>%1: its area is %2</source>
        <translation>%1：面积%2</translation>
    </message>
    <message>
        <source>%1: %3 of %2 is undefined, since all its values there are alike</source>
        <translation>%1：%2 的%3无定义，因为该处的值全部相同</translation>
    </message>
    <message>
        <source>%1: %3 of %2 is %4</source>
        <translation>%1：%2 的%3%4</translation>
    </message>
    <message>
        <source>Score %1: %2 before the part is seen, and what follows</source>
        <translation>分数 %1：看零件之前为 %2，加上以下各项</translation>
    </message>
    <message>
        <source>By a forest fitted without this part, since it was learned from.</source>
        <translation>此零件曾用于学习，因此由不含它的森林给出。</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReasonsCell</name>
    <message>
        <source>Reasons for the score</source>
        <translation>分数的原因</translation>
    </message>
    <message>
        <source>What raised the forest&apos;s score of this part (orange) and what lowered it (blue)</source>
        <translation>哪些因素提高（橙色）或降低（蓝色）了森林对此零件的分数</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReasonsPanel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Show what decided</source>
        <translation>显示决定因素</translation>
    </message>
    <message>
        <source>Outline the segment that decided and show the map of the detector that did, in the picture of every part that does not pass</source>
        <translation>在每个未合格零件的图像中，勾出起决定作用的分区，并显示起决定作用的检测器的热力图</translation>
    </message>
    <message>
        <source>Reasons by</source>
        <translation>原因分组</translation>
    </message>
    <message>
        <source>What the bars sum</source>
        <translation>条形汇总的内容</translation>
    </message>
    <message>
        <source>What raised and what lowered the score</source>
        <translation>哪些提高、哪些降低了分数</translation>
    </message>
    <message>
        <source>segment and detector</source>
        <translation>分区和检测器</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>The reason in words</source>
        <translation>文字说明的原因</translation>
    </message>
    <message>
        <source>What raised the score (orange) and what lowered it (blue); click to see where</source>
        <translation>提高分数的因素（橙色）和降低分数的因素（蓝色）；点击查看位置</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Asking the forest …</source>
        <translation>正在询问森林…</translation>
    </message>
    <message>
        <source>Each of them did less than what is shown.</source>
        <translation>其中每一项的作用都小于所示各项。</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>其他 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing about this part moved the score.</source>
        <translation>此零件没有任何因素影响分数。</translation>
    </message>
</context>
<context>
    <name>segad::ui::RecentList</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n 个零件</numerusform>
        </translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>%1
Enter opens it, P pins it to the top, Del takes it off the list</source>
        <translation>%1
按 Enter 打开，按 P 置顶，按 Del 从列表移除</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从列表移除</translation>
    </message>
</context>
<context>
    <name>segad::ui::RecentParts</name>
    <message>
        <source>%1 %2, %3, score %4</source>
        <translation>%1 %2，%3，分数 %4</translation>
    </message>
    <message>
        <source>; said to be %1</source>
        <translation>；说明为%1</translation>
    </message>
</context>
<context>
    <name>segad::ui::RecentStrip</name>
    <message>
        <source>The last parts</source>
        <translation>最近的零件</translation>
    </message>
    <message>
        <source>The newest first; Enter or a click shows one again</source>
        <translation>最新的在前；按回车或单击可再次显示</translation>
    </message>
</context>
<context>
    <name>segad::ui::RecoveryBar</name>
    <message>
        <source>Interrupted training</source>
        <translation>中断的训练</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Put the training into the queue again, from its last checkpoint</source>
        <translation>从上次检查点起将训练重新加入队列</translation>
    </message>
    <message>
        <source>Training %1 (run %2) was interrupted at step %3 of %4. What it had learned is kept.</source>
        <translation>%1 的训练（运行 %2）在第 %3 步（共 %4 步）中断。已学到的内容已保留。</translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionEditor</name>
    <message>
        <source>Erase polygon</source>
        <translation>擦除多边形</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Erase ellipse</source>
        <translation>擦除椭圆</translation>
    </message>
    <message>
        <source>Erase rectangle</source>
        <translation>擦除矩形</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Nothing found here</source>
        <translation>此处未找到</translation>
    </message>
    <message>
        <source>Erase similar colours</source>
        <translation>擦除相似颜色</translation>
    </message>
    <message>
        <source>Similar colours</source>
        <translation>相似颜色</translation>
    </message>
    <message>
        <source>No heatmap to take from: score the part</source>
        <translation>没有可用的热力图：请先为零件评分</translation>
    </message>
    <message>
        <source>Erase heat</source>
        <translation>擦除热点</translation>
    </message>
    <message>
        <source>Take from heatmap</source>
        <translation>取自热力图</translation>
    </message>
    <message>
        <source>Erase cut-out</source>
        <translation>擦除抠图</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>抠图</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>填充孔洞</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>去除碎点</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>扩大</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionHint</name>
    <message>
        <source>This part is labelled good, but has a region.</source>
        <translation>此零件标为良品，但含有区域。</translation>
    </message>
    <message>
        <source>Mark as bad</source>
        <translation>标为不良品</translation>
    </message>
    <message>
        <source>Label this part bad (2)</source>
        <translation>将此零件标为不良品 (2)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Keep the label; the region stays</source>
        <translation>保留标签；区域不变</translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionImportStep</name>
    <message numerus="yes">
        <source>%n part(s) were painted on meanwhile and keep their regions.</source>
        <translation>
            <numerusform>%n 个零件在此期间被绘制过，保留其区域。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionSurface</name>
    <message>
        <source>Erase region</source>
        <translation>擦除区域</translation>
    </message>
    <message>
        <source>Paint region</source>
        <translation>绘制区域</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s), %1 px (%2 %)</source>
        <translation>
            <numerusform>%n 个区域，%1 px（%2 %）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionToolBar</name>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Similar colours</source>
        <translation>相似颜色</translation>
    </message>
    <message>
        <source>Click to take what hangs together and has about the same colour</source>
        <translation>单击以选取相连且颜色相近的像素</translation>
    </message>
    <message>
        <source>Take from heatmap</source>
        <translation>取自热力图</translation>
    </message>
    <message>
        <source>Click a hot spot to take what the detector sees there</source>
        <translation>单击热点以采用检测器在此处发现的区域</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>抠图</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>填充孔洞</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>去除碎点</translation>
    </message>
    <message>
        <source>Painting marks bad</source>
        <translation>绘制即标为不良品</translation>
    </message>
    <message>
        <source>Painting on a part without a label labels it bad</source>
        <translation>在未标注的零件上绘制时将其标为不良品</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>缩小画笔</translation>
    </message>
    <message>
        <source>Smaller brush, lower tolerance or level (Ctrl+wheel)</source>
        <translation>缩小画笔、降低容差或阈值（Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>放大画笔</translation>
    </message>
    <message>
        <source>Larger brush, higher tolerance or level (Ctrl+wheel)</source>
        <translation>放大画笔、提高容差或阈值（Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Close polygon</source>
        <translation>闭合多边形</translation>
    </message>
    <message>
        <source>Join the last corner with the first</source>
        <translation>将最后一点与第一点相连</translation>
    </message>
    <message>
        <source>Take back corner</source>
        <translation>撤回顶点</translation>
    </message>
    <message>
        <source>Remove the last corner of the polygon</source>
        <translation>移除多边形的最后一个顶点</translation>
    </message>
    <message>
        <source>Leave tool</source>
        <translation>退出工具</translation>
    </message>
    <message>
        <source>Drop what is being drawn, then put the tool away</source>
        <translation>先放弃正在绘制的内容，再退出工具</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Size of the brush in pixels of the image ([ ] or Ctrl+wheel)</source>
        <translation>画笔大小（图像像素，[ ] 或 Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Colour tolerance</source>
        <translation>颜色容差</translation>
    </message>
    <message>
        <source>How far a colour may differ, 0 to 255 ([ ] or Ctrl+wheel)</source>
        <translation>颜色允许的差异，0 到 255（[ ] 或 Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Heat level</source>
        <translation>热力图阈值</translation>
    </message>
    <message>
        <source>How hot a pixel must be, in % of the way to the clicked value ([ ] or Ctrl+wheel)</source>
        <translation>像素需达到的热度，以所点击数值的百分比表示（[ ] 或 Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Painting tools</source>
        <translation>绘制工具</translation>
    </message>
    <message>
        <source>Paint; the right button erases, Shift draws a straight line</source>
        <translation>绘制；右键擦除，按住 Shift 画直线</translation>
    </message>
    <message>
        <source>Erase what is painted</source>
        <translation>擦除已绘制的内容</translation>
    </message>
    <message>
        <source>Click corners or drag around an area; Enter or a double click closes</source>
        <translation>点击各角或沿区域拖动；回车或双击闭合</translation>
    </message>
    <message>
        <source>Drag a rectangle</source>
        <translation>拖出一个矩形</translation>
    </message>
    <message>
        <source>Drag an ellipse</source>
        <translation>拖出一个椭圆</translation>
    </message>
    <message>
        <source>Drag a box around something: its edge is found; what is painted inside is certain</source>
        <translation>在目标外拖出方框：自动找到其边缘；框内已绘制的部分视为确定</translation>
    </message>
    <message>
        <source>Paint what is enclosed by what is painted on this part</source>
        <translation>填充此部件上被已绘制内容包围的区域</translation>
    </message>
    <message>
        <source>Erase pieces of fewer than 30 pixels</source>
        <translation>擦除少于 30 像素的碎块</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>扩大</translation>
    </message>
    <message>
        <source>Make what is painted 2 pixels larger on all sides</source>
        <translation>把已绘制的内容向各边扩大 2 像素</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Make what is painted 2 pixels smaller on all sides</source>
        <translation>把已绘制的内容向各边缩小 2 像素</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Erase all that is painted on this part</source>
        <translation>擦除此部件上的全部绘制内容</translation>
    </message>
    <message>
        <source>What can be done with all that is painted on the part</source>
        <translation>可对部件上全部绘制内容进行的操作</translation>
    </message>
    <message>
        <source>More for what is painted</source>
        <translation>绘制内容的更多操作</translation>
    </message>
</context>
<context>
    <name>segad::ui::RelocateBar</name>
    <message>
        <source>Missing images</source>
        <translation>缺失的图像</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Compare the images in this folder with those that were imported, then use it</source>
        <translation>将此文件夹中的图像与已导入的图像比较，然后使用它</translation>
    </message>
    <message>
        <source>Locate …</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Choose the folder that the images have moved to</source>
        <translation>选择图像移到的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>The %n image(s) of %1 are not there.</source>
        <translation>
            <numerusform>%1 中的 %n 张图像不在原处。</numerusform>
        </translation>
    </message>
    <message>
        <source>They may be in %1.</source>
        <translation>可能在 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n more folder(s) are missing.</source>
        <translation>
            <numerusform>另有 %n 个文件夹缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Where are the images of %1?</source>
        <translation>%1 的图像在哪里？</translation>
    </message>
    <message>
        <source>Compare images in %1</source>
        <translation>比较 %1 中的图像</translation>
    </message>
    <message>
        <source>The images are there</source>
        <translation>图像已找到</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReportPanel</name>
    <message>
        <source>Remarks on these figures</source>
        <translation>对这些数字的说明</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReportWords</name>
    <message>
        <source>Made on %1 over %2 of the paper&apos;s seeds, judged on %3 good and %4 bad parts.</source>
        <translation>于 %1 用论文的 %2 个种子计算，基于 %3 个良品与 %4 个不良品评估。</translation>
    </message>
    <message>
        <source>⚠ Outdated: labels, detectors or segments have changed since. %1</source>
        <translation>⚠ 已过时：此后标注、检测器或区域有变动。%1</translation>
    </message>
</context>
<context>
    <name>segad::ui::ResultsPanel</name>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1 · %2 good and %3 bad test parts · stored %4 by run %5</source>
        <translation>%1 · 测试零件：良品 %2，不良品 %3 · 由运行 %5 于 %4 保存</translation>
    </message>
    <message>
        <source>
AUROC %1 %, 95 % interval %2; average precision %3 %; best F1 %4 %; good parts rejected when 95 % of the bad ones are found: %5 %</source>
        <translation>
AUROC %1 %，95 % 区间 %2；平均精度 %3 %；最佳 F1 %4 %；找出 95 % 不良品时被剔除的良品：%5 %</translation>
    </message>
    <message>
        <source>
Pixel AUROC %1 %, AUPRO %2 % (at 256 × 256)</source>
        <translation>
像素 AUROC %1 %，AUPRO %2 %（256 × 256）</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>AUROC %</source>
        <translation>AUROC %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>AP %</source>
        <translation>AP %</translation>
    </message>
    <message>
        <source>F1 max %</source>
        <translation>最佳 F1 %</translation>
    </message>
    <message>
        <source>FPR@95TPR %</source>
        <translation>FPR@95TPR %</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>不良品</translation>
    </message>
    <message>
        <source>ms/part</source>
        <translation>毫秒/件</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>Stored evaluations</source>
        <translation>已保存的评估</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Compute figures and ROC of every scored detector and of the newest forest</source>
        <translation>计算每个已打分检测器及最新森林的指标与 ROC</translation>
    </message>
    <message>
        <source>Export plot …</source>
        <translation>导出图表…</translation>
    </message>
    <message>
        <source>Figures of the selected results</source>
        <translation>所选结果的指标</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>还没有结果</translation>
    </message>
    <message>
        <source>Train a detector and evaluate it: the ROC curve of every stored evaluation appears here, with its AUROC. With a few bad parts labelled, fit a forest and see what it adds.</source>
        <translation>训练并评估检测器：每次保存的评估的 ROC 曲线及其 AUROC 会显示在这里。标注少量不良品后，可拟合森林查看提升。</translation>
    </message>
    <message>
        <source>Live forest: AUROC %1 % on %2 good and %3 bad parts, out of fold</source>
        <translation>实时森林：在 %2 个良品和 %3 个不良品上折外 AUROC %1 %</translation>
    </message>
    <message>
        <source> (95 % interval %1–%2)</source>
        <translation>（95 % 区间 %1–%2）</translation>
    </message>
    <message>
        <source>The live forest</source>
        <translation>实时森林</translation>
    </message>
    <message>
        <source>What a forest makes of the labels as they stand: fitted anew after each label, every part judged only by forests that have not seen it</source>
        <translation>森林根据当前标签得出的结果：每次标注后重新拟合，每个零件只由没见过它的森林评判</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Results by question</source>
        <translation>按问题查看结果</translation>
    </message>
    <message>
        <source>live forest</source>
        <translation>实时森林</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>关键因素</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Benchmarks</source>
        <translation>基准测试</translation>
    </message>
    <message>
        <source>The paper&apos;s experiments, on datasets of their own</source>
        <translation>论文中的实验，使用各自的数据集</translation>
    </message>
    <message>
        <source>Write a curve as PNG, SVG, PDF or CSV</source>
        <translation>将曲线保存为 PNG、SVG、PDF 或 CSV</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
</context>
<context>
    <name>segad::ui::Resumption</name>
    <message>
        <source>Train %1</source>
        <translation>训练 %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::RocPlot</name>
    <message>
        <source>ROC curve</source>
        <translation>ROC 曲线</translation>
    </message>
    <message>
        <source>%1   AUROC %2 %</source>
        <translation>%1   AUROC %2 %</translation>
    </message>
    <message>
        <source>%1: threshold %2 finds %3 % of the bad parts and rejects %4 % of the good ones</source>
        <translation>%1：阈值 %2 找出 %3 % 的不良品，剔除 %4 % 的良品</translation>
    </message>
    <message>
        <source>Good parts rejected (%)</source>
        <translation>误剔除的良品 (%)</translation>
    </message>
    <message>
        <source>Bad parts found (%)</source>
        <translation>检出的不良品 (%)</translation>
    </message>
    <message>
        <source>Rejected (%)</source>
        <translation>误剔除 (%)</translation>
    </message>
    <message>
        <source>Found (%)</source>
        <translation>检出 (%)</translation>
    </message>
</context>
<context>
    <name>segad::ui::RunComparison</name>
    <message>
        <source>Run %1 — %2</source>
        <translation>运行 %1 — %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 good, %2 bad</source>
        <translation>良品 %1，不良品 %2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The two runs side by side</source>
        <translation>两次运行并列</translation>
    </message>
    <message>
        <source>Compare runs %1 and %2</source>
        <translation>比较运行 %1 和 %2</translation>
    </message>
    <message>
        <source>≠ %1</source>
        <translation>≠ %1</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>95 % interval (%)</source>
        <translation>95 % 区间 (%)</translation>
    </message>
    <message>
        <source>Test parts</source>
        <translation>测试零件</translation>
    </message>
    <message>
        <source>Final loss</source>
        <translation>最终损失</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Scoring a part</source>
        <translation>单件打分</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Parts and roles</source>
        <translation>零件与角色</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Comparing the rankings …</source>
        <translation>正在比较排序…</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>运行 %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::RunWords</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Forest %1</source>
        <translation>森林 %1</translation>
    </message>
    <message>
        <source>No part has been scored yet.</source>
        <translation>尚无零件打分。</translation>
    </message>
    <message>
        <source>AUROC %1 % on %2 good and %3 bad test parts</source>
        <translation>在 %2 个良品和 %3 个不良品测试零件上 AUROC 为 %1 %</translation>
    </message>
    <message>
        <source>%1, from the scores that are there now. Evaluate in Results to confirm it.</source>
        <translation>%1，基于现有分数。请在“结果”中评估以确认。</translation>
    </message>
    <message>
        <source>%1; 95 % interval %2 to %3.</source>
        <translation>%1；95 % 区间 %2 至 %3。</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分割区</translation>
    </message>
    <message>
        <source>Bad parts to learn from</source>
        <translation>用于学习的不良品</translation>
    </message>
    <message>
        <source>as the dataset says</source>
        <translation>按数据集规定</translation>
    </message>
    <message>
        <source>Published list</source>
        <translation>公布的列表</translation>
    </message>
    <message>
        <source>Weight of a bad part</source>
        <translation>不良品的权重</translation>
    </message>
    <message>
        <source>generated (one-class)</source>
        <translation>生成（单类）</translation>
    </message>
    <message>
        <source>photographed only</source>
        <translation>仅实拍</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Bad parts are</source>
        <translation>不良品来源</translation>
    </message>
    <message>
        <source>Defects in feature space</source>
        <translation>特征空间缺陷</translation>
    </message>
    <message>
        <source>There must be good and bad parts among the scored test parts for an AUROC. Those that were labelled after the training count from the next training or forest on.</source>
        <translation>要计算 AUROC，已评分的测试零件中须同时有良品和不良品。训练之后标注的零件从下一次训练或森林起计入。</translation>
    </message>
</context>
<context>
    <name>segad::ui::RunsPanel</name>
    <message>
        <source>Kind of runs</source>
        <translation>运行类型</translation>
    </message>
    <message>
        <source>Which runs the table has</source>
        <translation>表中显示哪些运行</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Changed parameters</source>
        <translation>已更改参数</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Runs of this project</source>
        <translation>此项目的运行</translation>
    </message>
    <message>
        <source>Show the heatmaps and scores of this detector run</source>
        <translation>显示此检测器运行的热力图和分数</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Put the two chosen runs side by side</source>
        <translation>将所选两次运行并列</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on with a training that was stopped, from its last checkpoint</source>
        <translation>从最后一个检查点继续已停止的训练</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the chosen runs with their maps; Ctrl+Z takes it back until the project is closed</source>
        <translation>删除所选运行及其异常图；关闭项目前可用 Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>Filter by detector, parameter, backbone, outcome …</source>
        <translation>按检测器、参数、骨干网络、结果筛选 …</translation>
    </message>
    <message>
        <source>Filter of runs</source>
        <translation>运行筛选</translation>
    </message>
    <message>
        <source>Only runs that have all of these words somewhere</source>
        <translation>仅显示包含所有这些词的运行</translation>
    </message>
    <message>
        <source>Detectors and forests</source>
        <translation>检测器和森林</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>所有运行</translation>
    </message>
    <message>
        <source>stopped at step %1 of %2</source>
        <translation>停在第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>No detector was trained yet.</source>
        <translation>尚未训练检测器。</translation>
    </message>
    <message>
        <source>No run has all of these words.</source>
        <translation>没有运行包含所有这些词。</translation>
    </message>
    <message>
        <source>Run %1, %2. %3</source>
        <translation>运行 %1，%2。%3</translation>
    </message>
    <message>
        <source>Two runs are chosen: Compare shows where they differ.</source>
        <translation>已选两次运行：点“比较”查看差异。</translation>
    </message>
    <message>
        <source>Choose a run to see its course; choose two (Ctrl+click) to compare them.</source>
        <translation>选择一次运行以查看其过程；选择两次(Ctrl+单击)以比较。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Measure what bfloat16 in the backbone would change for this detector run</source>
        <translation>测量主干网络使用 bfloat16 对此检测器运行的影响</translation>
    </message>
</context>
<context>
    <name>segad::ui::ScoreFilter</name>
    <message>
        <source>Filter by score</source>
        <translation>按分数筛选</translation>
    </message>
    <message>
        <source>Show only parts whose score in this run is in a range</source>
        <translation>只显示在此运行中分数处于某范围的零件</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>最低分数</translation>
    </message>
    <message>
        <source>Show only parts with at least this score</source>
        <translation>只显示分数不低于此值的零件</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>最高分数</translation>
    </message>
    <message>
        <source>Show only parts with at most this score</source>
        <translation>只显示分数不高于此值的零件</translation>
    </message>
    <message>
        <source>Scores of the parts that pass the other filters; drag the handles</source>
        <translation>通过其他筛选的零件的分数；拖动手柄</translation>
    </message>
    <message>
        <source>any score</source>
        <translation>任意分数</translation>
    </message>
    <message>
        <source>score of %1</source>
        <translation>%1 的分数</translation>
    </message>
</context>
<context>
    <name>segad::ui::ScorePlots</name>
    <message>
        <source>Histogram of the scores</source>
        <translation>分数直方图</translation>
    </message>
    <message>
        <source>Click a bar to see its parts in the gallery; drag the lines to set thresholds</source>
        <translation>点击柱条可在图库中查看对应零件；拖动竖线可设置阈值</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Errors at each threshold</source>
        <translation>各阈值下的错误</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>bad parts missed</source>
        <translation>漏检的不良品</translation>
    </message>
    <message>
        <source>good parts rejected</source>
        <translation>误剔的良品</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>占比（%）</translation>
    </message>
    <message>
        <source>What is missed and what is rejected wrongly, were there one threshold; click to see these parts</source>
        <translation>若只有一个阈值，会漏掉什么、误剔除什么；单击可查看这些零件</translation>
    </message>
    <message>
        <source>score from</source>
        <translation>分数自</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>good parts</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>bad parts</source>
        <translation>不良品</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>bad parts missed (%)</source>
        <translation>漏检的不良品 (%)</translation>
    </message>
    <message>
        <source>good parts rejected (%)</source>
        <translation>误剔除的良品 (%)</translation>
    </message>
</context>
<context>
    <name>segad::ui::ScorerNames</name>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>%1, map maximum</source>
        <translation>%1，图最大值</translation>
    </message>
    <message numerus="yes">
        <source>all %n detector(s)</source>
        <translation>
            <numerusform>全部 %n 个检测器</numerusform>
        </translation>
    </message>
    <message>
        <source>all but %1</source>
        <translation>除 %1 外全部</translation>
    </message>
    <message numerus="yes">
        <source>%n detector(s)</source>
        <translation>
            <numerusform>%n 个检测器</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentBook</name>
    <message>
        <source>background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>分段 %1</translation>
    </message>
    <message>
        <source>Add segment</source>
        <translation>添加分段</translation>
    </message>
    <message>
        <source>Merge segments</source>
        <translation>合并分段</translation>
    </message>
    <message>
        <source>Drop segment</source>
        <translation>移除分段</translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentList</name>
    <message>
        <source>Segment</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Segments of the product</source>
        <translation>产品的分区</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a segment and name it</source>
        <translation>添加一个分段并命名</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give the chosen segment another name</source>
        <translation>给所选分段改名</translation>
    </message>
    <message>
        <source>Colour …</source>
        <translation>颜色…</translation>
    </message>
    <message>
        <source>Give the chosen segment another colour</source>
        <translation>给所选分段换颜色</translation>
    </message>
    <message>
        <source>Merge into …</source>
        <translation>并入…</translation>
    </message>
    <message>
        <source>Make the chosen segment part of another one</source>
        <translation>把所选分段并入另一个分段</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the chosen segment: its area becomes background</source>
        <translation>移除所选分段：其区域变为背景</translation>
    </message>
    <message>
        <source>Previous segment</source>
        <translation>上一个分段</translation>
    </message>
    <message>
        <source>Take the previous segment of the list in hand</source>
        <translation>选用列表中的上一个分段</translation>
    </message>
    <message>
        <source>Next segment</source>
        <translation>下一个分段</translation>
    </message>
    <message>
        <source>Take the next segment of the list in hand</source>
        <translation>选用列表中的下一个分段</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>分段 %1</translation>
    </message>
    <message>
        <source>Rename segment</source>
        <translation>重命名分段</translation>
    </message>
    <message>
        <source>Colour of the segment</source>
        <translation>分段的颜色</translation>
    </message>
    <message>
        <source>Colour segment</source>
        <translation>更改分段颜色</translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentReview</name>
    <message>
        <source>No segment map</source>
        <translation>没有分段图</translation>
    </message>
    <message>
        <source>%1: seen on no part</source>
        <translation>%1：任何零件上都未出现</translation>
    </message>
    <message>
        <source>%1: missing</source>
        <translation>%1：缺失</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Segment maps to look at</source>
        <translation>待查看的分段图</translation>
    </message>
    <message>
        <source>Map from file …</source>
        <translation>从文件导入分段图 …</translation>
    </message>
    <message>
        <source>Use a map from a file for this part, whatever a source makes of it</source>
        <translation>该零件使用文件中的分段图，不受来源影响</translation>
    </message>
    <message>
        <source>Leave to the source</source>
        <translation>交还给来源</translation>
    </message>
    <message>
        <source>Take back the map that was fixed by hand for this part</source>
        <translation>撤销该零件手动固定的分段图</translation>
    </message>
    <message>
        <source>Use as template</source>
        <translation>用作模板</translation>
    </message>
    <message>
        <source>The source “From a template” carries this part&apos;s map to the others</source>
        <translation>来源“由模板”将此零件的分段图传递到其他零件</translation>
    </message>
    <message>
        <source>Forget templates</source>
        <translation>清除模板</translation>
    </message>
    <message>
        <source>No part&apos;s map is a template any more</source>
        <translation>不再有任何零件的分段图作为模板</translation>
    </message>
    <message>
        <source>Segment map of this part</source>
        <translation>该零件的分段图</translation>
    </message>
    <message>
        <source>Segment maps (*.png *.npy)</source>
        <translation>分段图 (*.png *.npy)</translation>
    </message>
    <message>
        <source>Leave map to the source</source>
        <translation>将分段图交还给来源</translation>
    </message>
    <message>
        <source>Map from file</source>
        <translation>从文件导入分段图</translation>
    </message>
    <message>
        <source>all parts</source>
        <translation>所有零件</translation>
    </message>
    <message>
        <source>Doubt %1, over the bound</source>
        <translation>疑虑 %1，超过界限</translation>
    </message>
    <message>
        <source>Doubt %1</source>
        <translation>疑虑 %1</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>没有异常。</translation>
    </message>
    <message numerus="yes">
        <source>%n map(s) fixed by hand.</source>
        <translation>
            <numerusform>%n 张分段图已手动固定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s).</source>
        <translation>
            <numerusform>%n 个模板。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of the picture, usually %2 %</source>
        <translation>占图像 %1 %，通常 %2 %</translation>
    </message>
    <message>
        <source>No segment maps to look at yet.</source>
        <translation>还没有可查看的分段图。</translation>
    </message>
    <message>
        <source>Nothing stands out; the least certain come first.</source>
        <translation>没有异常；最不确定的排在前面。</translation>
    </message>
    <message numerus="yes">
        <source>%n map(s) stand out.</source>
        <translation>
            <numerusform>%n 张分区图异常。</numerusform>
        </translation>
    </message>
    <message>
        <source>Then come the least certain of the others.</source>
        <translation>其后是其余中最不确定的。</translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentSurface</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>In hand: %1</source>
        <translation>当前分段：%1</translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentsPanel</name>
    <message>
        <source>Segment source</source>
        <translation>分区来源</translation>
    </message>
    <message>
        <source>Where the segment maps come from</source>
        <translation>分区图的来源</translation>
    </message>
    <message>
        <source>Make segment maps</source>
        <translation>生成分区图</translation>
    </message>
    <message>
        <source>Segment every part in a background job</source>
        <translation>在后台任务中对每个零件分区</translation>
    </message>
    <message>
        <source>Segments of the product</source>
        <translation>产品的分区</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>No segment maps yet. Without them the forest sees the whole picture as one segment; the automatic foreground alone often brings several points of AUROC.</source>
        <translation>还没有分区图。没有分区图时，森林将整幅图像视为一个分区；仅自动前景往往就能提升数个 AUROC 点。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n part(s) have a segment map. Press S to see them over the picture.</source>
        <translation>
            <numerusform>%1 / %n 个零件有分区图。按 S 可叠加显示在图像上。</numerusform>
        </translation>
    </message>
    <message>
        <source>Segment maps: %1</source>
        <translation>分区图：%1</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待查看</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Show what is learned from the strokes while you paint</source>
        <translation>绘制时显示从笔画学到的结果</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Hatch where the preview is uncertain</source>
        <translation>用斜线标出预览不确定之处</translation>
    </message>
    <message>
        <source>Suggest next part</source>
        <translation>建议下一个部件</translation>
    </message>
    <message>
        <source>Go to the part that most needs strokes or a template of its own</source>
        <translation>转到最需要笔画或单独模板的部件</translation>
    </message>
    <message>
        <source>Fix by hand</source>
        <translation>手动修正</translation>
    </message>
    <message>
        <source>Paint this part&apos;s map right; it stays so, whatever a source makes of it</source>
        <translation>把此部件的分段图改正；无论来源如何生成，它都保持不变</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>所有部件</translation>
    </message>
    <message>
        <source>Segment all parts</source>
        <translation>分段所有部件</translation>
    </message>
    <message>
        <source>Paint this part&apos;s map right. It stays as you paint it, whatever the source makes of it later.</source>
        <translation>把此部件的分段图改正。无论来源以后如何生成，它都保持您绘制的样子。</translation>
    </message>
    <message>
        <source>Click a segment and paint a few strokes of it on the picture, then the next one, the background, too. What is learned from them is shown at once.</source>
        <translation>点击一个分段，在图像上画几笔，再画下一个，背景也要画。学到的结果会立即显示。</translation>
    </message>
    <message>
        <source>Click a segment and paint all of it on the picture, then the next one. What stays unpainted is background. The map is carried to the other parts.</source>
        <translation>点击一个分段，在图像上完整绘制，再绘制下一个。未绘制处为背景。分段图会传递到其他部件。</translation>
    </message>
    <message numerus="yes">
        <source>Strokes on %n part(s).</source>
        <translation>
            <numerusform>%n 个部件上有笔画。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s).</source>
        <translation>
            <numerusform>%n 个模板。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the part that needs more …</source>
        <translation>正在查找需要更多笔画的部件…</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>正在学习…</translation>
    </message>
    <message>
        <source>Learned in %1 s; doubt of this part: %2.</source>
        <translation>学习用时 %1 秒；此部件的存疑度：%2。</translation>
    </message>
    <message>
        <source>Merge segments</source>
        <translation>合并分段</translation>
    </message>
    <message>
        <source>Drop segment</source>
        <translation>移除分段</translation>
    </message>
    <message>
        <source>Learned in %1 s; fit error of this part: %2.</source>
        <translation>学习用时 %1 秒；此部件的配准误差：%2。</translation>
    </message>
</context>
<context>
    <name>segad::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light or dark, or whatever the desktop says</source>
        <translation>浅色或深色，或跟随桌面</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Changes at once; nothing needs to be started again</source>
        <translation>立即切换，无需重新启动</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Thumbnails on disk</source>
        <translation>磁盘上的缩略图</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>检验</translation>
    </message>
</context>
<context>
    <name>segad::ui::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>segad::ui::StartPage</name>
    <message>
        <source>SegAD Studio</source>
        <translation>SegAD Studio</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Drop a folder of images here to make a project of it, or open one you have. Your images are never copied or changed.</source>
        <translation>将图像文件夹拖到这里即可新建项目，或打开已有项目。您的图像不会被复制或更改。</translation>
    </message>
    <message>
        <source>Unfinished session</source>
        <translation>未完成的会话</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Open the project that was open when the program ended</source>
        <translation>打开程序结束时所打开的项目</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>出了什么问题</translation>
    </message>
    <message>
        <source>SegAD Studio was not closed properly. %1 was open; what you did there is saved.</source>
        <translation>SegAD Studio 未正常关闭。当时打开的是 %1；您所做的更改已保存。</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::ThresholdLines</name>
    <message>
        <source>review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>剔除</translation>
    </message>
</context>
<context>
    <name>segad::ui::ThumbnailField</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Room for thumbnails on disk</source>
        <translation>缩略图可用的磁盘空间</translation>
    </message>
    <message>
        <source>When thumbnails take more, those not seen for longest are deleted</source>
        <translation>缩略图超出此空间时，删除最久未查看的</translation>
    </message>
    <message>
        <source>Delete all thumbnails; they are made again where they are seen</source>
        <translation>删除所有缩略图；再次查看时会重新生成</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>已用 %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::Tour</name>
    <message>
        <source>Tour</source>
        <translation>巡览</translation>
    </message>
</context>
<context>
    <name>segad::ui::TrainPanel</name>
    <message>
        <source>Train and score</source>
        <translation>训练并打分</translation>
    </message>
    <message>
        <source>What to train</source>
        <translation>训练内容</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation>森林</translation>
    </message>
    <message>
        <source>Correct the marked parameters.</source>
        <translation>请更正标出的参数。</translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>Train what is chosen, then score all parts, in a background job</source>
        <translation>训练所选内容，然后为所有零件打分(后台任务)</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Queue and runs</source>
        <translation>队列与运行</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Estimating …</source>
        <translation>正在估算 …</translation>
    </message>
    <message>
        <source>%1 for training and %2 for scoring; %3 of memory, %4 on disk.</source>
        <translation>训练 %1，打分 %2；内存 %3，磁盘 %4。</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>%1 good parts to learn from, %2 kept for calibration. </source>
        <translation>%1 个良品用于学习，%2 个留作校准。</translation>
    </message>
</context>
<context>
    <name>segad::ui::TrendPlot</name>
    <message>
        <source>Trend of the scores</source>
        <translation>分数趋势</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>常态</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>do not pass</source>
        <translation>未合格</translation>
    </message>
    <message>
        <source>average of those that pass</source>
        <translation>合格零件的平均</translation>
    </message>
    <message>
        <source>review from</source>
        <translation>复查阈值</translation>
    </message>
    <message>
        <source>reject from</source>
        <translation>剔除阈值</translation>
    </message>
</context>
<context>
    <name>segad::ui::TrendWords</name>
    <message>
        <source>learning what is usual: %1 of %2 parts that pass</source>
        <translation>正在学习常态：%1 / %2 个合格零件</translation>
    </message>
    <message>
        <source>normal parts as usual</source>
        <translation>正常零件如常</translation>
    </message>
    <message>
        <source>normal parts score higher than usual</source>
        <translation>正常零件的分数高于常态</translation>
    </message>
    <message>
        <source>normal parts score lower than usual</source>
        <translation>正常零件的分数低于常态</translation>
    </message>
    <message>
        <source>more parts than usual do not pass</source>
        <translation>未合格的零件多于常态</translation>
    </message>
    <message>
        <source> (average %1, usual %2)</source>
        <translation>（平均 %1，常态 %2）</translation>
    </message>
    <message>
        <source>Normal parts score higher than usual%1. Something at the line has changed: light, focus, position, dirt on the lens, or the material. Good parts may soon be rejected. Look at lamp, lens and position first; if all is well and the parts are good, tell the engineer, who trains with some of them.</source>
        <translation>正常零件的分数高于常态%1。产线上有变化：光照、对焦、位置、镜头污物或材料。良品可能很快会被剔除。请先检查灯、镜头和位置；如果一切正常且零件为良品，请告知工程师，由其用其中一些进行训练。</translation>
    </message>
    <message>
        <source>Normal parts score lower than usual%1. Something at the line has changed: light, exposure or focus. Defects may be overlooked. Look at lamp and lens first, and put a part with a known defect through the line.</source>
        <translation>正常零件的分数低于常态%1。产线上有变化：光照、曝光或对焦。缺陷可能被漏检。请先检查灯和镜头，并让一个已知有缺陷的零件通过产线。</translation>
    </message>
    <message>
        <source>More parts than usual do not pass. Either the parts have become worse, or camera or light have changed. Look at the last parts: if good ones are among them, look at lamp, lens and position; if not, find what makes the parts bad.</source>
        <translation>未合格的零件多于常态。要么零件变差了，要么相机或光照有变化。请查看最近的零件：如果其中有良品，请检查灯、镜头和位置；否则请消除产生不良品的原因。</translation>
    </message>
</context>
<context>
    <name>segad::ui::VerdictBoard</name>
    <message>
        <source>Verdict: %1</source>
        <translation>判定：%1</translation>
    </message>
    <message>
        <source>looked at again: %1</source>
        <translation>再次查看：%1</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>分数 %1</translation>
    </message>
    <message>
        <source>, passes below %1</source>
        <translation>，低于 %1 为合格</translation>
    </message>
    <message>
        <source>, rejected from %1</source>
        <translation>，从 %1 起剔除</translation>
    </message>
    <message>
        <source>because of: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>%1 said to be %2</source>
        <translation>%1 说明为%2</translation>
    </message>
    <message>
        <source>another size than usual</source>
        <translation>与通常尺寸不同</translation>
    </message>
</context>
<context>
    <name>segad::ui::VerdictTables</name>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1（%2 %）</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>剔除</translation>
    </message>
    <message>
        <source>Parts by label and verdict</source>
        <translation>按标签和判定统计的零件</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Share %</source>
        <translation>占比 %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>What the thresholds do</source>
        <translation>阈值的效果</translation>
    </message>
    <message>
        <source>Click a number to see these parts in the gallery</source>
        <translation>点击数字可在图库中查看这些零件</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>bad parts missed</source>
        <translation>漏检的不良品</translation>
    </message>
    <message>
        <source>good parts rejected</source>
        <translation>误剔的良品</translation>
    </message>
    <message>
        <source>parts reviewed</source>
        <translation>复核的零件</translation>
    </message>
    <message>
        <source>cost of a part</source>
        <translation>每个零件的成本</translation>
    </message>
    <message>
        <source>%1: more than %2 %.</source>
        <translation>%1：超过 %2 %。</translation>
    </message>
    <message>
        <source>%1: at most %2 %, and that can be promised.</source>
        <translation>%1：最多 %2 %，并且可以承诺。</translation>
    </message>
    <message>
        <source>%1: at most %2 % here, which is no promise.</source>
        <translation>%1：此处最多 %2 %，但不能作为承诺。</translation>
    </message>
    <message>
        <source>%1: at most %2 % here; a promise takes %3 labelled parts.</source>
        <translation>%1：此处最多 %2 %；要承诺需要 %3 个已标注零件。</translation>
    </message>
    <message>
        <source>Goal %</source>
        <translation>目标 %</translation>
    </message>
</context>
<context>
    <name>segad::ui::ViewerFooter</name>
    <message>
        <source>Pixels of the screen per pixel of the picture</source>
        <translation>每个图像像素对应的屏幕像素</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>  ·  %1</source>
        <translation>  ·  %1</translation>
    </message>
    <message>
        <source>  ·  value %1</source>
        <translation>  ·  值 %1</translation>
    </message>
    <message>
        <source> (above all good pixels)</source>
        <translation>（高于所有良品像素）</translation>
    </message>
    <message>
        <source> (higher than %1 % of good pixels)</source>
        <translation>（高于 %1 % 的良品像素）</translation>
    </message>
</context>
<context>
    <name>segad::ui::ViewerLayers</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Transparent up to</source>
        <translation>透明上限</translation>
    </message>
    <message>
        <source>Heatmap is transparent up to this percentile of good pixels</source>
        <translation>热力图在低于此良品像素百分位时透明</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分割区</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>Opacity of: %1</source>
        <translation>不透明度：%1</translation>
    </message>
    <message>
        <source>Contour lines</source>
        <translation>等值线</translation>
    </message>
    <message>
        <source>Lines around what is above a chosen value of the heatmap</source>
        <translation>圈出热力图中高于所选值的区域</translation>
    </message>
    <message>
        <source>Lines at</source>
        <translation>等值线位置</translation>
    </message>
    <message>
        <source>Contour lines at this percentile of good pixels</source>
        <translation>等值线位于良品像素的该百分位</translation>
    </message>
    <message>
        <source>Overview in the corner</source>
        <translation>角落概览</translation>
    </message>
    <message>
        <source>A small picture of the whole while only a part of it is seen</source>
        <translation>仅显示部分图像时，以小图显示整体</translation>
    </message>
</context>
<context>
    <name>segad::ui::ViewerPanel</name>
    <message>
        <source>Viewer</source>
        <translation>查看器</translation>
    </message>
    <message>
        <source>Detector whose heatmap is shown (D: next)</source>
        <translation>显示其热力图的检测器（D：下一个）</translation>
    </message>
    <message>
        <source>Detector shown</source>
        <translation>当前显示的检测器</translation>
    </message>
    <message>
        <source>Next detector</source>
        <translation>下一个检测器</translation>
    </message>
    <message>
        <source>Show the heatmap of the next detector</source>
        <translation>显示下一个检测器的热力图</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>一比一</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>no detector yet</source>
        <translation>还没有检测器</translation>
    </message>
    <message>
        <source>Import images to begin: drop a folder here.</source>
        <translation>首先导入图像：将文件夹拖到这里。</translation>
    </message>
    <message>
        <source>  ·  %1 × %2 px</source>
        <translation>  ·  %1 × %2 像素</translation>
    </message>
    <message>
        <source>Compare grid</source>
        <translation>对比网格</translation>
    </message>
    <message>
        <source>Export figure …</source>
        <translation>导出图像 …</translation>
    </message>
    <message>
        <source>Write what is shown as PNG, SVG or PDF for a paper</source>
        <translation>将当前显示内容写成 PNG、SVG 或 PDF，用于论文</translation>
    </message>
    <message>
        <source>No map from this detector: score the part</source>
        <translation>此检测器尚无异常图：请先为该零件评分</translation>
    </message>
</context>
<context>
    <name>segad::ui::WeightsPage</name>
    <message>
        <source>whole (a teacher)</source>
        <translation>完整（教师）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>产生方式</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Import weights …</source>
        <translation>导入权重…</translation>
    </message>
    <message>
        <source>Read a .pth or .safetensors file with weights of a backbone or a teacher; no code in it is ever run</source>
        <translation>读取含骨干网络或教师权重的 .pth 或 .safetensors 文件；其中的代码绝不会被执行</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation>导入权重</translation>
    </message>
    <message>
        <source>Weights (*.pth *.pt *.safetensors);;All files (*)</source>
        <translation>权重 (*.pth *.pt *.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Imported as %1.</source>
        <translation>已导入为 %1。</translation>
    </message>
    <message>
        <source>Weights there are</source>
        <translation>现有权重</translation>
    </message>
    <message>
        <source>Nothing needs to be imported: a compact backbone is part of this program. Others can be added, such as torchvision&apos;s resnet18-f37072fd.pth or wide_resnet50_2-95faca4d.pth, and the teachers EfficientAD imitates, teacher_small.pth and teacher_medium.pth. Files are checked and copied; they are never executed.</source>
        <translation>无需导入任何内容：程序自带一个紧凑骨干网络。还可添加其他网络，例如 torchvision 的 resnet18-f37072fd.pth 或 wide_resnet50_2-95faca4d.pth，以及 EfficientAD 所模仿的教师 teacher_small.pth 和 teacher_medium.pth。文件会被检查并复制，绝不会被执行。</translation>
    </message>
</context>
<context>
    <name>segad::ui::WindowRemedy</name>
    <message>
        <source>Import it or make it under File ▸ Settings ▸ Weights.</source>
        <translation>在“文件 ▸ 设置 ▸ 权重”中导入或生成。</translation>
    </message>
    <message>
        <source>Choose one of them, or import a file under this name under File ▸ Settings ▸ Weights.</source>
        <translation>选择其中之一，或在“文件 ▸ 设置 ▸ 权重”中以此名称导入文件。</translation>
    </message>
    <message>
        <source>Choose a network that has what is needed, such as ResNet-18; import it under File ▸ Settings ▸ Weights.</source>
        <translation>选择具备所需内容的网络，例如 ResNet-18；可在“文件 ▸ 设置 ▸ 权重”中导入。</translation>
    </message>
    <message>
        <source>Import the complete file under File ▸ Settings ▸ Weights.</source>
        <translation>在“文件 ▸ 设置 ▸ 权重”中导入完整文件。</translation>
    </message>
    <message>
        <source>Import it under File ▸ Settings ▸ Weights.</source>
        <translation>在“文件 ▸ 设置 ▸ 权重”中导入。</translation>
    </message>
    <message>
        <source>Choose a teacher; import or make one under File ▸ Settings ▸ Weights.</source>
        <translation>选择教师网络；可在“文件 ▸ 设置 ▸ 权重”中导入或生成。</translation>
    </message>
    <message>
        <source>Make it under File ▸ Settings ▸ Weights.</source>
        <translation>在“文件 ▸ 设置 ▸ 权重”中生成。</translation>
    </message>
    <message>
        <source>File ▸ Settings ▸ Weights lists the names there are.</source>
        <translation>“文件 ▸ 设置 ▸ 权重”列出现有名称。</translation>
    </message>
    <message>
        <source>Check the picture, and import the weights of the backbone again.</source>
        <translation>检查图像，并重新导入骨干网络的权重。</translation>
    </message>
    <message>
        <source>Train a detector first (Ctrl+4), and make segment maps (Ctrl+2).</source>
        <translation>请先训练检测器（Ctrl+4），并生成分区图（Ctrl+2）。</translation>
    </message>
    <message>
        <source>Train it again with “Further detectors for the forest” (Train ▸ Custom), or choose other detectors.</source>
        <translation>启用“为森林另训检测器”（训练 ▸ 自定义）重新训练，或选择其他检测器。</translation>
    </message>
    <message>
        <source>Copy the -models folder to the project again, or train it anew in the workspace Train.</source>
        <translation>将 -models 文件夹重新复制到项目旁，或在“训练”工作区重新训练。</translation>
    </message>
    <message>
        <source>Train it again in the workspace Train.</source>
        <translation>在“训练”工作区重新训练。</translation>
    </message>
    <message>
        <source>Train it in the workspace Train.</source>
        <translation>在“训练”工作区训练。</translation>
    </message>
    <message>
        <source>Train a detector first, in the workspace Train.</source>
        <translation>请先在“训练”工作区训练一个检测器。</translation>
    </message>
    <message>
        <source>Fit it again: Train ▸ Forest.</source>
        <translation>重新拟合：训练 ▸ 森林。</translation>
    </message>
    <message>
        <source>Fit a forest first: Train ▸ Forest.</source>
        <translation>请先拟合森林：训练 ▸ 森林。</translation>
    </message>
    <message>
        <source>Make segment maps in the workspace Segments.</source>
        <translation>在“分区”工作区生成分区图。</translation>
    </message>
    <message>
        <source>Generate some first, in the workspace Defects.</source>
        <translation>请先在“缺陷”工作区生成一些。</translation>
    </message>
    <message>
        <source>Import a folder of images first: File ▸ Import images.</source>
        <translation>请先导入图像文件夹：文件 ▸ 导入图像。</translation>
    </message>
    <message>
        <source>Evaluate first, in the workspace Results.</source>
        <translation>请先在“结果”工作区评估。</translation>
    </message>
    <message>
        <source>Train ▸ Runs lists those there are.</source>
        <translation>“训练 ▸ 运行记录”列出现有的运行。</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>选择一个空文件夹。</translation>
    </message>
</context>
<context>
    <name>segad::ui::Words</name>
    <message>
        <source>good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>不良品</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>calibrate</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>剔除</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>打分</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation>森林</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>无判定</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>no segment map</source>
        <translation>没有分段图</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未判定</translation>
    </message>
</context>
<context>
    <name>segad::ui::WriteGuard</name>
    <message>
        <source>Not possible: %1.</source>
        <translation>无法执行：%1。</translation>
    </message>
</context>
</TS>
