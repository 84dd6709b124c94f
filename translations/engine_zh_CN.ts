<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>engine</name>
    <message>
        <source>Input size</source>
        <translation>输入尺寸</translation>
    </message>
    <message>
        <source>Every picture is resized to a square of this side.</source>
        <translation>每幅图像都缩放为此边长的正方形。</translation>
    </message>
    <message>
        <source>Resizing</source>
        <translation>缩放方式</translation>
    </message>
    <message>
        <source>linear as published; antialias averages what a strong reduction would skip.</source>
        <translation>linear 与论文一致；antialias 会平均大幅缩小时被跳过的像素。</translation>
    </message>
    <message>
        <source>Backbone layers</source>
        <translation>骨干网络层</translation>
    </message>
    <message>
        <source>Layers whose features are joined; the first gives the grid of patches.</source>
        <translation>其特征被合并的层；第一层决定图块网格。</translation>
    </message>
    <message>
        <source>Coreset ratio</source>
        <translation>核心集比例</translation>
    </message>
    <message>
        <source>Share of all patches that the memory bank keeps.</source>
        <translation>记忆库保留的图块占全部图块的比例。</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>近邻数</translation>
    </message>
    <message>
        <source>Bank rows that weigh the image score; 1 turns the weight off.</source>
        <translation>用于加权图像分数的记忆库行数；1 表示不加权。</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>内存上限</translation>
    </message>
    <message>
        <source>Coreset start</source>
        <translation>核心集起点</translation>
    </message>
    <message>
        <source>Whether the random first patch joins the bank: dropped as in anomalib, kept as in the algorithm.</source>
        <translation>随机选出的第一个图块是否进入记忆库：丢弃与 anomalib 一致，保留与算法一致。</translation>
    </message>
    <message>
        <source>Random projection</source>
        <translation>随机投影</translation>
    </message>
    <message>
        <source>Selects the coreset in a sparse random projection; the bank itself is never projected.</source>
        <translation>在稀疏随机投影中选取核心集；记忆库本身不做投影。</translation>
    </message>
    <message>
        <source>Projection distortion</source>
        <translation>投影失真</translation>
    </message>
    <message>
        <source>Allowed relative error of projected distances (Johnson–Lindenstrauss).</source>
        <translation>投影距离允许的相对误差（Johnson–Lindenstrauss）。</translation>
    </message>
    <message>
        <source>Upsampling of deep features</source>
        <translation>深层特征上采样</translation>
    </message>
    <message>
        <source>How deeper layers are brought to the grid of the first one.</source>
        <translation>如何将更深的层对齐到第一层的网格。</translation>
    </message>
    <message>
        <source>Pooling at the border</source>
        <translation>边缘池化</translation>
    </message>
    <message>
        <source>Whether padding counts in the 3×3 mean of border patches.</source>
        <translation>边缘图块的 3×3 平均是否计入填充。</translation>
    </message>
    <message>
        <source>Upsampling of the map</source>
        <translation>异常图上采样</translation>
    </message>
    <message>
        <source>How patch scores become a map before it is blurred.</source>
        <translation>图块分数在模糊之前如何变成异常图。</translation>
    </message>
    <message>
        <source>Blur of the map</source>
        <translation>异常图模糊</translation>
    </message>
    <message>
        <source>Deviation of the Gaussian over the map; 0 leaves it sharp.</source>
        <translation>对异常图做高斯模糊的标准差；0 表示不模糊。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>How often each part is learnt from.</source>
        <translation>每个零件被学习的次数。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Memory for features</source>
        <translation>特征内存</translation>
    </message>
    <message>
        <source>The backbone's features of all parts are kept in memory up to this size, so that they are computed once; the result is the same without.</source>
        <translation>骨干网络对全部零件的特征在此大小内保留于内存，因此只计算一次；不保留时结果相同。</translation>
    </message>
    <message>
        <source>Temporary file for features</source>
        <translation>特征临时文件</translation>
    </message>
    <message>
        <source>Features that exceed the memory go to a temporary file of at most this size; beyond it they are computed anew in every epoch.</source>
        <translation>超出内存的特征写入不大于此大小的临时文件；再超出则每轮重新计算。</translation>
    </message>
    <message>
        <source>Learns how the features of good parts are distributed, with normalising flows.</source>
        <translation>用标准化流学习良品特征的分布。</translation>
    </message>
    <message>
        <source>Flow steps</source>
        <translation>流的步数</translation>
    </message>
    <message>
        <source>Coupling steps of each layer's flow.</source>
        <translation>每层的流所用的耦合步数。</translation>
    </message>
    <message>
        <source>Only 3×3 convolutions</source>
        <translation>仅用 3×3 卷积</translation>
    </message>
    <message>
        <source>Whether all flow steps look at neighbours, or every other one; auto: every other one for wide_resnet50_2, all for smaller backbones.</source>
        <translation>流的每一步都查看相邻像素，还是隔一步查看；auto：wide_resnet50_2 隔一步，较小的骨干网络每一步。</translation>
    </message>
    <message>
        <source>Hidden ratio</source>
        <translation>隐藏通道比例</translation>
    </message>
    <message>
        <source>Channels inside a flow step over those that come in.</source>
        <translation>流的一步内部通道数与输入通道数之比。</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>限幅</translation>
    </message>
    <message>
        <source>Largest logarithm by which one step scales a value.</source>
        <translation>一步缩放数值的最大对数。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>异常图</translation>
    </message>
    <message>
        <source>likelihood as published, between −1 and 0; energy does not saturate on strong defects.</source>
        <translation>likelihood 与论文一致，取值在 −1 与 0 之间；energy 在明显缺陷处不会饱和。</translation>
    </message>
    <message>
        <source>Learns to reconstruct what the backbone sees in good parts; defects come out wrong.</source>
        <translation>学习重建骨干网络在良品中看到的特征；缺陷处重建会出错。</translation>
    </message>
    <message>
        <source>Bottleneck width</source>
        <translation>瓶颈宽度</translation>
    </message>
    <message>
        <source>Channels inside the bottleneck on wide_resnet50_2: 512 as in anomalib, 1024 as in the authors' code.</source>
        <translation>wide_resnet50_2 上瓶颈内部的通道数：512 与 anomalib 一致，1024 与作者代码一致。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Whether whole maps are compared, or each pixel by itself.</source>
        <translation>比较整幅特征图，还是逐像素比较。</translation>
    </message>
    <message>
        <source>Combination of the maps</source>
        <translation>异常图合并方式</translation>
    </message>
    <message>
        <source>How the maps of the three layers become one.</source>
        <translation>三层的异常图如何合成一幅。</translation>
    </message>
    <message>
        <source>Memory of gradients</source>
        <translation>梯度记忆</translation>
    </message>
    <message>
        <source>Share of the mean gradient that Adam keeps from step to step (β₁).</source>
        <translation>Adam 每步保留的平均梯度比例（β₁）。</translation>
    </message>
    <message>
        <source>Memory of squared gradients</source>
        <translation>梯度平方记忆</translation>
    </message>
    <message>
        <source>Share of the mean squared gradient that Adam keeps from step to step (β₂).</source>
        <translation>Adam 每步保留的平均梯度平方比例（β₂）。</translation>
    </message>
    <message>
        <source>From files</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>Integer .npy arrays, indexed or grey pictures, called like the parts' pictures.</source>
        <translation>整数 .npy 数组、索引图或灰度图，文件名与零件图像相同。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder of the maps, absolute or below the images' folder</source>
        <translation>分区图所在的文件夹，绝对路径或位于图像文件夹下</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>分区数</translation>
    </message>
    <message>
        <source>Number of labels, 0 = largest label found + 1; fixed for the project</source>
        <translation>编号数量，0 = 找到的最大编号 + 1；在项目中固定</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Names of the components in the order of their labels, separated by commas</source>
        <translation>按编号顺序排列的分区名称，用逗号分隔</translation>
    </message>
    <message>
        <source>Missing map</source>
        <translation>缺少分区图时</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>labels are component numbers; a mask is 0 for background, anything else for the object; auto takes files of only 0 and 255 as masks</source>
        <translation>labels 为分区编号；mask 中 0 为背景，其余为物体；auto 将仅含 0 和 255 的文件视为掩码</translation>
    </message>
    <message>
        <source>Square maps</source>
        <translation>正方形分区图</translation>
    </message>
    <message>
        <source>Accepts square maps of other pictures, made at a network's input size</source>
        <translation>接受按网络输入尺寸为非正方形图像生成的正方形分区图</translation>
    </message>
    <message>
        <source>Map side</source>
        <translation>分区图边长</translation>
    </message>
    <message>
        <source>Width and height of the segment map</source>
        <translation>分区图的宽和高</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>More makes paler pixels object, less keeps only those far from the ground's colour</source>
        <translation>越大，较淡的像素也算作物体；越小，只保留与底色相差大的像素</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>闭运算</translation>
    </message>
    <message>
        <source>Gaps narrower than this are closed; odd</source>
        <translation>窄于此值的缝隙会被闭合；奇数</translation>
    </message>
    <message>
        <source>Smallest area</source>
        <translation>最小面积</translation>
    </message>
    <message>
        <source>Share of the picture below which specks are dropped</source>
        <translation>小于图像此比例的斑点会被去除</translation>
    </message>
    <message>
        <source>Largest filled hole</source>
        <translation>填充的最大孔洞</translation>
    </message>
    <message>
        <source>Share of the picture below which holes are filled: dark spots on a part belong to it</source>
        <translation>小于图像此比例的孔洞会被填充：零件上的暗斑属于零件</translation>
    </message>
    <message>
        <source>Fill all holes</source>
        <translation>填充所有孔洞</translation>
    </message>
    <message>
        <source>Holes of any size belong to the object</source>
        <translation>任意大小的孔洞都属于物体</translation>
    </message>
    <message>
        <source>Colour of the ground</source>
        <translation>底色</translation>
    </message>
    <message>
        <source>#rrggbb; empty finds it from the borders of the pictures</source>
        <translation>#rrggbb；留空则由图像边缘求得</translation>
    </message>
    <message>
        <source>Usual contrast</source>
        <translation>常规对比度</translation>
    </message>
    <message>
        <source>Distance in CIE L*a*b* that parts object and ground, within a factor of two; 0 finds it</source>
        <translation>在 CIE L*a*b* 中区分物体与底色的距离，精确到两倍以内；0 为自动求得</translation>
    </message>
    <message>
        <source>Automatic foreground</source>
        <translation>自动前景</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整幅图像</translation>
    </message>
    <message>
        <source>One segment: the forest sees statistics of the whole anomaly map.</source>
        <translation>一个分区：森林使用整幅异常图的统计量。</translation>
    </message>
    <message>
        <source>Compares each patch of a part with a memory of patches of good parts; trains in one pass.</source>
        <translation>将零件的每个图块与良品图块的记忆库比较；一遍即可完成训练。</translation>
    </message>
    <message>
        <source>Background and object, by how far a pixel's colour is from that of the picture's border. For parts photographed on a plain ground.</source>
        <translation>按像素颜色与图像边缘颜色的差异区分背景与物体。适用于在单色底面上拍摄的零件。</translation>
    </message>
    <message>
        <source>Drawing parts</source>
        <translation>正在绘制零件</translation>
    </message>
    <message>
        <source>Reading segment maps</source>
        <translation>正在读取分区图</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>Making segment maps</source>
        <translation>正在生成分区图</translation>
    </message>
    <message>
        <source>Listing files</source>
        <translation>正在列出文件</translation>
    </message>
    <message>
        <source>Checking weights</source>
        <translation>正在检查权重</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写报告</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Storing weights</source>
        <translation>正在保存权重</translation>
    </message>
    <message>
        <source>Storing parts</source>
        <translation>正在保存零件</translation>
    </message>
    <message>
        <source>Segment maps</source>
        <translation>分区图</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>正在打分</translation>
    </message>
    <message>
        <source>Cross-fitting</source>
        <translation>正在交叉拟合</translation>
    </message>
    <message>
        <source>Scoring unseen bad parts</source>
        <translation>正在为未见过的不良件打分</translation>
    </message>
    <message>
        <source>Saving the model</source>
        <translation>正在保存模型</translation>
    </message>
    <message>
        <source>Repeating with the paper's seeds</source>
        <translation>正在用论文的种子重复</translation>
    </message>
    <message>
        <source>Reading the chosen parts again</source>
        <translation>正在再次读取选中的零件</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>Reading features</source>
        <translation>正在读取特征</translation>
    </message>
    <message>
        <source>Proposing thresholds</source>
        <translation>正在建议阈值</translation>
    </message>
    <message>
        <source>Opening the learning library</source>
        <translation>正在打开学习库</translation>
    </message>
    <message>
        <source>Looking for segment maps</source>
        <translation>正在查找分区图</translation>
    </message>
    <message>
        <source>Looking at the parts</source>
        <translation>正在查看零件</translation>
    </message>
    <message>
        <source>Learning from good parts</source>
        <translation>正在从良品学习</translation>
    </message>
    <message>
        <source>Inspecting</source>
        <translation>正在检验</translation>
    </message>
    <message>
        <source>Hashing the file</source>
        <translation>正在计算文件哈希</translation>
    </message>
    <message>
        <source>Growing the forest</source>
        <translation>正在生成森林</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Choosing the memory bank</source>
        <translation>正在选择记忆库</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>What to do with a part that has no map: leave it out, or make it all background</source>
        <translation>如何处理没有分区图的零件：略过，或全部视为背景</translation>
    </message>
    <message>
        <source>Training keeps within this; what doesn't fit is computed twice or kept in a temporary file. The result is the same.</source>
        <translation>训练的内存用量不超过此值；放不下的会计算两次或存入临时文件。结果相同。</translation>
    </message>
    <message>
        <source>ResNet-18 (ImageNet)</source>
        <translation>ResNet-18（ImageNet）</translation>
    </message>
    <message>
        <source>Fast on a processor; weights up to layer3 are enough for most detectors.</source>
        <translation>在处理器上速度快；到 layer3 的权重足以满足大多数检测器。</translation>
    </message>
    <message>
        <source>WideResNet-50-2 (ImageNet)</source>
        <translation>WideResNet-50-2（ImageNet）</translation>
    </message>
    <message>
        <source>The backbone of the published figures; about seven times the work of ResNet-18.</source>
        <translation>论文结果所用的骨干网络；计算量约为 ResNet-18 的七倍。</translation>
    </message>
    <message>
        <source>Compact ResNet (embedded)</source>
        <translation>紧凑 ResNet（内置）</translation>
    </message>
    <message>
        <source>Part of this program: nothing to import, half the work of ResNet-18 and close to it.</source>
        <translation>本程序自带：无需导入，计算量为 ResNet-18 的一半，效果接近。</translation>
    </message>
    <message>
        <source>ResNet-18 (untrained)</source>
        <translation>ResNet-18（未训练）</translation>
    </message>
    <message>
        <source>Needs no file: fixed random weights, to try the program where the others lack layers.</source>
        <translation>无需文件：固定的随机权重，用于在其他骨干网络缺少所需层时试用程序。</translation>
    </message>
    <message>
        <source>part of this program</source>
        <translation>本程序自带</translation>
    </message>
    <message>
        <source>Distilling</source>
        <translation>正在向教师网络学习</translation>
    </message>
    <message>
        <source>Looking at the teacher's features</source>
        <translation>正在查看教师网络的特征</translation>
    </message>
    <message>
        <source>Writing the weights</source>
        <translation>正在写入权重</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>PatchCore: learns in one pass over the good parts.</source>
        <translation>PatchCore：对良品只需一遍学习。</translation>
    </message>
    <message>
        <source>PatchCore and the small EfficientAD, which also sees parts in the wrong place.</source>
        <translation>PatchCore 加小型 EfficientAD，后者还能发现位置错误的部分。</translation>
    </message>
    <message>
        <source>Reverse Distillation and the medium EfficientAD: the published “All AD”.</source>
        <translation>Reverse Distillation 加中型 EfficientAD：论文中的“All AD”。</translation>
    </message>
    <message>
        <source>Learns from good and some bad parts to score how far a part deviates from good ones.</source>
        <translation>从良品和少量不良品学习，给出零件偏离良品的程度。</translation>
    </message>
    <message>
        <source>Learns from good and bad parts by four views: seen defects, made-up ones, difference from good parts, and the whole part.</source>
        <translation>从良品和不良品以四种方式学习：见过的缺陷、人造的缺陷、与良品的差异以及零件整体。</translation>
    </message>
    <message>
        <source>A network trained to part good from bad: the supervised baseline, for when there are many bad parts.</source>
        <translation>学习区分良品与不良品的网络：不良品较多时的有监督基线。</translation>
    </message>
    <message>
        <source>antialias averages what a strong reduction would skip, as the published code does.</source>
        <translation>antialias 会平均大幅缩小时被跳过的像素，与公开代码一致。</translation>
    </message>
    <message>
        <source>Deepest backbone layer</source>
        <translation>骨干网络最深层</translation>
    </message>
    <message>
        <source>4 as published; 3 for backbones that end there, with a finer grid.</source>
        <translation>论文中为 4；骨干网络止于第 3 层时用 3，网格更细。</translation>
    </message>
    <message>
        <source>How long training goes on.</source>
        <translation>训练持续多久。</translation>
    </message>
    <message>
        <source>Steps per epoch</source>
        <translation>每轮步数</translation>
    </message>
    <message>
        <source>Batches in an epoch, however many parts there are.</source>
        <translation>每轮的批次数，与零件数量无关。</translation>
    </message>
    <message>
        <source>Pictures in a step; memory and seconds of a step grow with it.</source>
        <translation>每步的图像数；内存和每步耗时随之增长。</translation>
    </message>
    <message>
        <source>How far a step goes; lower it when the loss does not fall.</source>
        <translation>每步的幅度；损失不下降时请调低。</translation>
    </message>
    <message>
        <source>gradient is scaled for each picture, raw_gradient is comparable between pictures, response shows the score of each position and is quick.</source>
        <translation>gradient 按每幅图像缩放，raw_gradient 可在图像间比较，response 显示每个位置的分数且速度快。</translation>
    </message>
    <message>
        <source>response shows what each position adds to the score, gradient where the score comes from; that one takes longer.</source>
        <translation>response 显示每个位置对分数的贡献，gradient 显示分数的来源，耗时更长。</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>尺度数</translation>
    </message>
    <message>
        <source>Sizes at which a picture is looked at, each half of the one before.</source>
        <translation>观察图像的尺寸数，每级为前一级的一半。</translation>
    </message>
    <message>
        <source>Share of positions that count</source>
        <translation>计入位置的比例</translation>
    </message>
    <message>
        <source>The score is the mean of this share of positions with the largest values; 0: of all, with their signs.</source>
        <translation>分数是数值最大的这一比例位置的平均；0 表示全部位置（带符号）。</translation>
    </message>
    <message>
        <source>deviation compares with normal numbers drawn for each step, fixed_deviation with their exact mean and deviation.</source>
        <translation>deviation 与每步抽取的正态随机数比较，fixed_deviation 与其精确均值和标准差比较。</translation>
    </message>
    <message>
        <source>Epochs at one rate</source>
        <translation>同一学习率的轮数</translation>
    </message>
    <message>
        <source>The learning rate falls to a tenth every so many epochs; 0 keeps it.</source>
        <translation>每隔这么多轮学习率降为十分之一；0 表示不变。</translation>
    </message>
    <message>
        <source>How strongly weights are drawn to zero.</source>
        <translation>权重被拉向零的强度。</translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation>最大梯度</translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this norm; 0 leaves them.</source>
        <translation>超过此范数的梯度会被缩短；0 表示不处理。</translation>
    </message>
    <message>
        <source>Random rotation</source>
        <translation>随机旋转</translation>
    </message>
    <message>
        <source>Turns each training picture by a random angle; off as in SegAD, on in the original code.</source>
        <translation>将每幅训练图像旋转随机角度；SegAD 中关闭，原始代码中开启。</translation>
    </message>
    <message>
        <source>Memory for pictures</source>
        <translation>图像内存</translation>
    </message>
    <message>
        <source>Training pictures beyond this are kept in a temporary file.</source>
        <translation>超出此量的训练图像存入临时文件。</translation>
    </message>
    <message>
        <source>Reference parts</source>
        <translation>参考零件</translation>
    </message>
    <message>
        <source>Good parts that every part is compared with.</source>
        <translation>每个零件与之比较的良品。</translation>
    </message>
    <message>
        <source>Pasted pieces in references</source>
        <translation>参考零件中的粘贴块</translation>
    </message>
    <message>
        <source>While training, half of the reference parts get a pasted piece, as in the original code.</source>
        <translation>训练时一半参考零件带有粘贴块，与原始代码一致。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Share of the last step that the next one keeps.</source>
        <translation>下一步保留上一步的比例。</translation>
    </message>
    <message>
        <source>Weight of bad parts</source>
        <translation>不良品权重</translation>
    </message>
    <message>
        <source>α of the focal loss: bad parts weigh this, good ones the rest to 1; negative: all weigh 1.</source>
        <translation>焦点损失的 α：不良品取此权重，良品取其余；负值表示均为 1。</translation>
    </message>
    <message>
        <source>Focus on hard parts</source>
        <translation>关注困难零件</translation>
    </message>
    <message>
        <source>γ of the focal loss; 0 counts parts that are already right as much as the others.</source>
        <translation>焦点损失的 γ；0 表示已判对的零件与其他零件同等计入。</translation>
    </message>
    <message>
        <source>Reading the parts</source>
        <translation>正在读取零件</translation>
    </message>
    <message>
        <source>Learning from good and bad parts</source>
        <translation>正在从良品和不良品学习</translation>
    </message>
    <message>
        <source>Training steps</source>
        <translation>训练步数</translation>
    </message>
    <message>
        <source>One part a step. 70000 as published; without a graphics card some thousand are a start.</source>
        <translation>每步一个零件。论文为 70000 步；没有显卡时可先用几千步。</translation>
    </message>
    <message>
        <source>Penalty pictures</source>
        <translation>惩罚图像</translation>
    </message>
    <message>
        <source>Pictures of anything else, on which the student shall not imitate: drawn, or of a folder; the paper takes ImageNet&apos;s.</source>
        <translation>与产品无关的图像，学生网络不应在其上模仿教师：绘制的或来自文件夹；论文使用 ImageNet 图像。</translation>
    </message>
    <message>
        <source>Folder of penalty pictures</source>
        <translation>惩罚图像文件夹</translation>
    </message>
    <message>
        <source>Photographs of anything but the product; used with penalty pictures from a folder.</source>
        <translation>除产品以外任何内容的照片；惩罚图像来自文件夹时使用。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>边缘填充</translation>
    </message>
    <message>
        <source>Networks see the border of the picture; without, four map cells a side stay blank. The border is learned last: switch it off for trainings of a few thousand steps.</source>
        <translation>网络能看到图像边缘；关闭时热图每边有四格为空。边缘最后才学会：只训练几千步时请关闭。</translation>
    </message>
    <message>
        <source>Colour jitter</source>
        <translation>颜色抖动</translation>
    </message>
    <message>
        <source>Varies brightness, contrast or saturation of what the autoencoder learns from.</source>
        <translation>随机改变自编码器训练图像的亮度、对比度或饱和度。</translation>
    </message>
    <message>
        <source>Of Adam; a tenth of it for the last twentieth of the steps.</source>
        <translation>Adam 的学习率；最后二十分之一的步数降为十分之一。</translation>
    </message>
    <message>
        <source>Hard feature share</source>
        <translation>困难特征分位数</translation>
    </message>
    <message>
        <source>The student learns from the errors at or beyond this quantile only; 0 takes all.</source>
        <translation>学生网络只从达到或超过该分位数的误差中学习；0 表示全部。</translation>
    </message>
    <message>
        <source>A small student imitates a teacher on good parts and fails on defects; an autoencoder sees what is out of place.</source>
        <translation>小型学生网络在良品上模仿教师网络，在缺陷处则失败；自编码器发现位置不当之处。</translation>
    </message>
    <message>
        <source>EfficientAD with the larger networks of the published figures; three times the work of the small one.</source>
        <translation>采用论文结果所用较大网络的 EfficientAD；计算量约为小型的三倍。</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s small teacher</source>
        <translation>EfficientAD 小型教师</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s medium teacher</source>
        <translation>EfficientAD 中型教师</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s small teacher, narrow</source>
        <translation>EfficientAD 小型教师（窄）</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s medium teacher, narrow</source>
        <translation>EfficientAD 中型教师（窄）</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s small teacher, narrow (untrained)</source>
        <translation>EfficientAD 小型教师（窄，未训练）</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s medium teacher, narrow (untrained)</source>
        <translation>EfficientAD 中型教师（窄，未训练）</translation>
    </message>
    <message>
        <source>What EfficientAD (small) imitates: imported, or made with segad distil.</source>
        <translation>EfficientAD（小型）所模仿的网络：导入，或用 segad distil 制作。</translation>
    </message>
    <message>
        <source>What EfficientAD (medium) imitates: imported, or made with segad distil.</source>
        <translation>EfficientAD（中型）所模仿的网络：导入，或用 segad distil 制作。</translation>
    </message>
    <message>
        <source>A quarter of the channels, a seventh of the work; made with segad distil.</source>
        <translation>四分之一的通道，七分之一的计算量；用 segad distil 制作。</translation>
    </message>
    <message>
        <source>A quarter of the channels, a ninth of the work; made with segad distil.</source>
        <translation>四分之一的通道，九分之一的计算量；用 segad distil 制作。</translation>
    </message>
    <message>
        <source>Needs no file: fixed random weights, to try the program before there is a teacher.</source>
        <translation>无需文件：固定的随机权重，可在有教师之前试用程序。</translation>
    </message>
    <message>
        <source>Measuring the teacher</source>
        <translation>测量教师网络</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>The published teacher learnt from a WideResNet; one that learns from this network sees less</source>
        <translation>论文的教师学自 WideResNet；学自该网络的教师能看到的较少</translation>
    </message>
    <message>
        <source>This teacher learns from a network that is small itself: good enough to begin with. Import ResNet-18 or WideResNet-50-2 and make it again for better results</source>
        <translation>该教师学自一个本身就小的网络：足够起步。要获得更好的结果，请导入 ResNet-18 或 WideResNet-50-2 后重新制作</translation>
    </message>
    <message>
        <source>Precision of the networks</source>
        <translation>网络的精度</translation>
    </message>
    <message>
        <source>Of the backbone, and of what was learnt on it when it scores. bfloat16 is quicker on processors that multiply it and slower on others; scores change in their third digit.</source>
        <translation>既指主干网络，也指评分时在其上学到的部分。在支持 bfloat16 乘法的处理器上更快，在其他处理器上更慢；分数在第三位有效数字上变化。</translation>
    </message>
    <message>
        <source>needs about %1 MiB, %2 MiB are free</source>
        <translation>约需 %1 MiB，可用 %2 MiB</translation>
    </message>
    <message>
        <source>Close other programs or train on fewer parts.</source>
        <translation>请关闭其他程序，或用更少的零件训练。</translation>
    </message>
    <message>
        <source>Lower memory_limit or coreset_ratio, or close other programs.</source>
        <translation>请降低 memory_limit 或 coreset_ratio，或关闭其他程序。</translation>
    </message>
    <message>
        <source>may not be written</source>
        <translation>不可写入</translation>
    </message>
    <message>
        <source>Change the permissions, copy the project to a folder of yours, or open it read-only.</source>
        <translation>请更改权限、将项目复制到自己的文件夹，或以只读方式打开。</translation>
    </message>
    <message>
        <source>could not be written: the disk is full</source>
        <translation>无法写入：磁盘已满</translation>
    </message>
    <message>
        <source>Free some space on that disk, then try again; nothing was lost.</source>
        <translation>请释放该磁盘空间后重试；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>another program is using the project and did not let go</source>
        <translation>另一个程序正在使用该项目，未释放</translation>
    </message>
    <message>
        <source>Wait until its job is done or close it, then try again.</source>
        <translation>请等待其任务完成或关闭它，然后重试。</translation>
    </message>
    <message>
        <source>was interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Start it again if you need its result.</source>
        <translation>如需其结果，请重新开始。</translation>
    </message>
    <message>
        <source>is missing from the new folder</source>
        <translation>在新文件夹中缺失</translation>
    </message>
    <message>
        <source>is not the image that was imported</source>
        <translation>不是已导入的图像</translation>
    </message>
    <message>
        <source>Choose the folder the images were moved to, or import it as a new source.</source>
        <translation>请选择图像移到的文件夹，或将其作为新来源导入。</translation>
    </message>
    <message>
        <source>can&apos;t be removed: run %1 builds on it</source>
        <translation>无法删除：运行 %1 依赖于它</translation>
    </message>
    <message>
        <source>Remove that run first.</source>
        <translation>请先删除该运行。</translation>
    </message>
    <message>
        <source>can&apos;t be removed: inspections were made with it</source>
        <translation>无法删除：已用它做过检测</translation>
    </message>
    <message>
        <source>Keep it for the record.</source>
        <translation>请保留作为记录。</translation>
    </message>
    <message>
        <source>is at work</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>请先停止它。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a part of the project</source>
        <translation>“%1”不是项目中的零件</translation>
    </message>
    <message>
        <source>its weights are not imported; the file is usually called %1 (%2 %3…)</source>
        <translation>其权重尚未导入；文件通常名为 %1（%2 %3…）</translation>
    </message>
    <message>
        <source>its weights are not imported; the file is usually called %1</source>
        <translation>其权重尚未导入；文件通常名为 %1</translation>
    </message>
    <message>
        <source>there is no such teacher yet</source>
        <translation>尚无此教师网络</translation>
    </message>
    <message>
        <source>You can make one with %1, or under Settings ▸ Weights.</source>
        <translation>可用 %1 或在 设置 ▸ 权重 中生成。</translation>
    </message>
    <message>
        <source>Import it with %1, or make one with %2. Both can be done under Settings ▸ Weights.</source>
        <translation>用 %1 导入，或用 %2 生成。两者也可在 设置 ▸ 权重 中完成。</translation>
    </message>
    <message>
        <source>Import it with %1 or under Settings ▸ Weights.</source>
        <translation>用 %1 或在 设置 ▸ 权重 中导入。</translation>
    </message>
    <message>
        <source>no weights of this name are imported; there are none yet</source>
        <translation>未导入此名称的权重；目前还没有任何权重</translation>
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
        <source>there are %1 good parts to learn from; at least %2 are needed</source>
        <translation>可用于学习的良品有 %1 个；至少需要 %2 个</translation>
    </message>
    <message>
        <source>there are %1 good part to learn from; at least %2 are needed</source>
        <translation>可用于学习的良品有 %1 个；至少需要 %2 个</translation>
    </message>
    <message>
        <source>Label more parts as good, or import more; one is kept to calibrate and one to test.</source>
        <translation>请将更多零件标为良品或导入更多；其中一个用于校准，一个用于测试。</translation>
    </message>
    <message>
        <source>Label more parts as good, or import more; one is kept to calibrate.</source>
        <translation>请将更多零件标为良品或导入更多；其中一个用于校准。</translation>
    </message>
    <message>
        <source>there are %1 bad parts to choose from; %2 are wanted</source>
        <translation>可供选择的不良品有 %1 个；需要 %2 个</translation>
    </message>
    <message>
        <source>Label or import more bad parts, generate defects, or ask for fewer.</source>
        <translation>请标注或导入更多不良品、生成缺陷，或减少所需数量。</translation>
    </message>
    <message>
        <source>there are %1 to learn from; scores for a forest need at least %2, each judged by a detector that has not seen it</source>
        <translation>可用于学习的有 %1 个；森林的评分至少需要 %2 个，每个都由未见过它的检测器评判</translation>
    </message>
    <message>
        <source>Label or import more bad parts, or train without cross-fitting (--no-cross-fit) when no forest is wanted.</source>
        <translation>请标注或导入更多不良品；若不需要森林，可不做交叉拟合训练（--no-cross-fit）。</translation>
    </message>
    <message>
        <source>Reading masks</source>
        <translation>正在读取掩膜</translation>
    </message>
    <message>
        <source>Storing regions</source>
        <translation>正在保存区域</translation>
    </message>
    <message>
        <source>Looking at the folder</source>
        <translation>正在检查文件夹</translation>
    </message>
    <message>
        <source>Writing masks</source>
        <translation>正在写入掩膜</translation>
    </message>
    <message>
        <source>Blurred part</source>
        <translation>模糊区域</translation>
    </message>
    <message>
        <source>Small rectangle</source>
        <translation>小矩形</translation>
    </message>
    <message>
        <source>Thin rectangle</source>
        <translation>细矩形</translation>
    </message>
    <message>
        <source>Perlin texture</source>
        <translation>Perlin 纹理</translation>
    </message>
    <message>
        <source>CutPaste</source>
        <translation>CutPaste</translation>
    </message>
    <message>
        <source>CutPaste scar</source>
        <translation>CutPaste 疤痕</translation>
    </message>
    <message>
        <source>Blended patch</source>
        <translation>融合补丁</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Displaced</source>
        <translation>错位</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>污渍</translation>
    </message>
    <message>
        <source>Part of a segment is out of focus, as by grease, a smear or a missing structure.</source>
        <translation>分区的一部分失焦，如同油脂、污迹或结构缺失。</translation>
    </message>
    <message>
        <source>A small foreign piece, turned at random, of one colour.</source>
        <translation>随机旋转的单色小异物。</translation>
    </message>
    <message>
        <source>A hair, a scratch or a piece of wire: long, thin and straight.</source>
        <translation>毛发、划痕或线段：细长而直。</translation>
    </message>
    <message>
        <source>Blots of Perlin noise filled with a strange texture, procedural or from a folder.</source>
        <translation>填充异常纹理的 Perlin 噪声斑块，纹理由程序生成或取自文件夹。</translation>
    </message>
    <message>
        <source>A piece of the picture, its colours changed a little, pasted elsewhere.</source>
        <translation>将图像的一块略改颜色后粘贴到别处。</translation>
    </message>
    <message>
        <source>A thin piece of the picture, turned and pasted elsewhere.</source>
        <translation>将图像的细条旋转后粘贴到别处。</translation>
    </message>
    <message>
        <source>A patch of another good part, blended in without seams: a subtle, natural change.</source>
        <translation>取自另一良品的补丁，无缝融合：细微而自然的变化。</translation>
    </message>
    <message>
        <source>A piece of the product is not there: its surroundings go on where it was.</source>
        <translation>产品缺少一块：该处由周围延续填补。</translation>
    </message>
    <message>
        <source>A piece of the product has slipped or is turned.</source>
        <translation>产品的一块发生位移或旋转。</translation>
    </message>
    <message>
        <source>A soft-edged discolouration of a segment; its structure stays to be seen.</source>
        <translation>分区上边缘柔和的变色；结构仍可见。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size from</source>
        <translation>大小从</translation>
    </message>
    <message>
        <source>Size to</source>
        <translation>大小到</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Blur from</source>
        <translation>模糊从</translation>
    </message>
    <message>
        <source>Blur to</source>
        <translation>模糊到</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Opacity from</source>
        <translation>不透明度从</translation>
    </message>
    <message>
        <source>Opacity to</source>
        <translation>不透明度到</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Length from</source>
        <translation>长度从</translation>
    </message>
    <message>
        <source>Length to</source>
        <translation>长度到</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Width from</source>
        <translation>宽度从</translation>
    </message>
    <message>
        <source>Width to</source>
        <translation>宽度到</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Finest cells</source>
        <translation>最细单元</translation>
    </message>
    <message>
        <source>Only on the chosen segments</source>
        <translation>仅在所选分区上</translation>
    </message>
    <message>
        <source>Change of colour</source>
        <translation>颜色变化</translation>
    </message>
    <message>
        <source>Placed on the chosen segments</source>
        <translation>置于所选分区</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Area from</source>
        <translation>面积从</translation>
    </message>
    <message>
        <source>Area to</source>
        <translation>面积到</translation>
    </message>
    <message>
        <source>Half size</source>
        <translation>半尺寸</translation>
    </message>
    <message>
        <source>Half size from</source>
        <translation>半尺寸从</translation>
    </message>
    <message>
        <source>Half size to</source>
        <translation>半尺寸到</translation>
    </message>
    <message>
        <source>Change of size</source>
        <translation>尺寸变化</translation>
    </message>
    <message>
        <source>Change of size from</source>
        <translation>尺寸变化从</translation>
    </message>
    <message>
        <source>Change of size to</source>
        <translation>尺寸变化到</translation>
    </message>
    <message>
        <source>Share of product</source>
        <translation>产品占比</translation>
    </message>
    <message>
        <source>Patches at most</source>
        <translation>补丁数上限</translation>
    </message>
    <message>
        <source>Whole up to</source>
        <translation>整体上限</translation>
    </message>
    <message>
        <source>Bite</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Bite from</source>
        <translation>缺口从</translation>
    </message>
    <message>
        <source>Bite to</source>
        <translation>缺口到</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>边距</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>位移</translation>
    </message>
    <message>
        <source>Shift from</source>
        <translation>位移从</translation>
    </message>
    <message>
        <source>Shift to</source>
        <translation>位移到</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Turn from</source>
        <translation>旋转从</translation>
    </message>
    <message>
        <source>Turn to</source>
        <translation>旋转到</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Strength from</source>
        <translation>强度从</translation>
    </message>
    <message>
        <source>Strength to</source>
        <translation>强度到</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>coloured</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Width and height of the blurred window</source>
        <translation>模糊窗口的宽和高</translation>
    </message>
    <message>
        <source>Deviation of the Gaussian; at least 2 pixels</source>
        <translation>高斯标准差；至少 2 像素</translation>
    </message>
    <message>
        <source>Width and height of the rectangle</source>
        <translation>矩形的宽和高</translation>
    </message>
    <message>
        <source>1 hides what is below</source>
        <translation>1 完全遮盖下方</translation>
    </message>
    <message>
        <source>Length of the stroke</source>
        <translation>线条长度</translation>
    </message>
    <message>
        <source>Width of the stroke; at least 1 pixel</source>
        <translation>线条宽度；至少 1 像素</translation>
    </message>
    <message>
        <source>Noise above it is the defect: the higher, the smaller</source>
        <translation>高于此值的噪声即缺陷：越高越小</translation>
    </message>
    <message>
        <source>The noise has at most 2 to the power of this cells along each side</source>
        <translation>噪声每边最多 2 的此次幂个单元</translation>
    </message>
    <message>
        <source>Cut the mask to the segments that are to have defects</source>
        <translation>将掩膜裁剪到应有缺陷的分区</translation>
    </message>
    <message>
        <source>Brightness, contrast and saturation change by up to this share; hue likewise</source>
        <translation>亮度、对比度和饱和度最多改变此比例；色相亦然</translation>
    </message>
    <message>
        <source>The middle of the piece lies on a segment that is to have defects; otherwise anywhere, as published</source>
        <translation>块的中心位于应有缺陷的分区；否则如论文任意放置</translation>
    </message>
    <message>
        <source>Share of the picture</source>
        <translation>占图像比例</translation>
    </message>
    <message>
        <source>Length of the scar</source>
        <translation>疤痕长度</translation>
    </message>
    <message>
        <source>Width of the scar</source>
        <translation>疤痕宽度</translation>
    </message>
    <message>
        <source>Bounds of half the width and height; most patches are nearer to the lower one</source>
        <translation>半宽和半高的界限；多数补丁接近下限</translation>
    </message>
    <message>
        <source>The patch is enlarged by it</source>
        <translation>补丁放大倍数</translation>
    </message>
    <message>
        <source>At least this much of the patch, and of where it goes, shows the product</source>
        <translation>补丁及其目标处至少有此比例为产品</translation>
    </message>
    <message>
        <source>One, and each further one with chance one half</source>
        <translation>一个，之后每个以二分之一概率增加</translation>
    </message>
    <message>
        <source>A piece of a segment up to this share of the picture is missing as a whole; of a larger one a bite is missing</source>
        <translation>分区块不超过此图像比例时整体缺失；更大的则缺一口</translation>
    </message>
    <message>
        <source>Diameter of a bite</source>
        <translation>缺口直径</translation>
    </message>
    <message>
        <source>Its shadow and edge go with it, as far as this</source>
        <translation>其阴影和边缘在此范围内一并处理</translation>
    </message>
    <message>
        <source>How far the piece has moved</source>
        <translation>块移动的距离</translation>
    </message>
    <message>
        <source>How far it is turned, either way</source>
        <translation>旋转角度，两个方向</translation>
    </message>
    <message>
        <source>Diameter of the stain</source>
        <translation>污渍直径</translation>
    </message>
    <message>
        <source>1 colours it over</source>
        <translation>1 完全覆盖</translation>
    </message>
    <message>
        <source>Dirt and oil are dark, powder and bleach light, rust and dye coloured</source>
        <translation>污垢和油为深色，粉末和漂白为浅色，锈和染料为彩色</translation>
    </message>
    <message>
        <source>Drawing defects</source>
        <translation>正在绘制缺陷</translation>
    </message>
    <message>
        <source>Generating defects</source>
        <translation>正在生成缺陷</translation>
    </message>
    <message>
        <source>Generated parts</source>
        <translation>生成零件</translation>
    </message>
    <message>
        <source>Scoring generated parts</source>
        <translation>正在对生成零件评分</translation>
    </message>
    <message>
        <source>Fitting forests</source>
        <translation>正在拟合森林</translation>
    </message>
    <message>
        <source>generated defects</source>
        <translation>生成缺陷</translation>
    </message>
    <message>
        <source>is no kind of generated defect</source>
        <translation>不是生成缺陷的种类</translation>
    </message>
    <message>
        <source>is asked for twice</source>
        <translation>被请求两次</translation>
    </message>
    <message>
        <source>Name each kind once.</source>
        <translation>每个种类只写一次。</translation>
    </message>
    <message>
        <source>The warnings say why; choose other kinds or segments.</source>
        <translation>警告说明了原因；请选择其他种类或分区。</translation>
    </message>
    <message>
        <source>Make it larger or stronger, or choose other segments.</source>
        <translation>请调大或增强，或选择其他分区。</translation>
    </message>
    <message>
        <source>can&apos;t be made a defective part of</source>
        <translation>无法用来生成缺陷零件</translation>
    </message>
    <message>
        <source>Choose photographed good parts.</source>
        <translation>请选择实拍良品。</translation>
    </message>
    <message>
        <source>is not a generated part</source>
        <translation>不是生成零件</translation>
    </message>
    <message>
        <source>is no photographed part</source>
        <translation>不是实拍零件</translation>
    </message>
    <message>
        <source>Generate the defects again.</source>
        <translation>请重新生成缺陷。</translation>
    </message>
    <message>
        <source>has gone, and defects were made from it</source>
        <translation>已不存在，而缺陷由其生成</translation>
    </message>
    <message>
        <source>is another picture than the one a defect was made of</source>
        <translation>与生成缺陷所用的图像不同</translation>
    </message>
    <message>
        <source>Restore it, or generate the defects again.</source>
        <translation>请恢复该文件，或重新生成缺陷。</translation>
    </message>
    <message>
        <source>is no segment of this product</source>
        <translation>不是此产品的分区</translation>
    </message>
    <message>
        <source>is too small to draw defects on</source>
        <translation>太小，无法在其上绘制缺陷</translation>
    </message>
    <message>
        <source>Use pictures of at least 16 × 16 pixels.</source>
        <translation>请使用至少 16 × 16 像素的图像。</translation>
    </message>
    <message>
        <source>shows none of the segments that are to have defects</source>
        <translation>未显示任何应有缺陷的分区</translation>
    </message>
    <message>
        <source>Choose other segments, or make the segment maps again.</source>
        <translation>请选择其他分区，或重新生成分区图。</translation>
    </message>
    <message>
        <source>From a template</source>
        <translation>由模板</translation>
    </message>
    <message>
        <source>For parts that sit nearly alike: paint the segments of one part, and they are carried to all the others.</source>
        <translation>适用于摆放几乎一致的零件：绘制一个零件的分段，然后传递到其他所有零件。</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>运动</translation>
    </message>
    <message>
        <source>The freest motion that may lay the template over a part; simpler ones are tried first</source>
        <translation>将模板覆盖到零件上所允许的最自由运动；先尝试更简单的</translation>
    </message>
    <message>
        <source>Local refinement</source>
        <translation>局部细化</translation>
    </message>
    <message>
        <source>Lets segments bend and shift by some pixels after the whole template is in place</source>
        <translation>整个模板就位后，允许分段弯曲和移动若干像素</translation>
    </message>
    <message>
        <source>Largest fit error</source>
        <translation>最大配准误差</translation>
    </message>
    <message>
        <source>Parts that fit worse are flagged; 0 finds the bound from the parts themselves</source>
        <translation>配准更差的零件会被标记；0 表示由零件自身确定界限</translation>
    </message>
    <message>
        <source>Beyond it</source>
        <translation>超过时</translation>
    </message>
    <message>
        <source>What to do with a part that fits no template: flag its map, or make none</source>
        <translation>不符合任何模板的零件如何处理：标记其分段图，或不生成</translation>
    </message>
    <message>
        <source>From strokes</source>
        <translation>由笔画</translation>
    </message>
    <message>
        <source>Paint a few strokes on every segment of a few parts; the rest is learned from them.</source>
        <translation>在少数零件的每个分段上画几笔；其余由此学习。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Averages the chances over such a radius along the picture&apos;s own edges; 0: not at all</source>
        <translation>沿图像自身边缘在该半径内平均概率；0：不平滑</translation>
    </message>
    <message>
        <source>Smallest piece</source>
        <translation>最小碎片</translation>
    </message>
    <message>
        <source>Connected pieces of fewer pixels of the map go to their neighbours</source>
        <translation>像素更少的连通碎片归入相邻分段</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Learns where a pixel lies, too: for parts that sit alike</source>
        <translation>也学习像素所在位置：适用于摆放一致的零件</translation>
    </message>
    <message>
        <source>Largest uncertainty</source>
        <translation>最大不确定度</translation>
    </message>
    <message>
        <source>Parts that are less certain are flagged; 0 finds the bound from the parts themselves</source>
        <translation>不确定度更高的零件会被标记；0 表示由零件自身确定界限</translation>
    </message>
    <message>
        <source>By likeness</source>
        <translation>按相似性</translation>
    </message>
    <message>
        <source>No work at all: what a backbone sees alike on the good parts is one segment. Merge and name them afterwards.</source>
        <translation>无需任何工作：骨干网络在良品上视为相似之处即为一个分段，之后可合并和命名。</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>聚类数</translation>
    </message>
    <message>
        <source>How many; 0 finds the number from 2 to 10 whose groups are best apart (simplified silhouette)</source>
        <translation>数量；0 表示在 2 到 10 之间寻找分离最佳的数量（简化轮廓系数）</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>3&gt;1,4&gt;0: cluster 3 belongs to cluster 1, cluster 4 to the background</source>
        <translation>3&gt;1,4&gt;0：聚类 3 属于聚类 1，聚类 4 属于背景</translation>
    </message>
    <message>
        <source>Deviation of the Gaussian that smooths what lies near each cluster, in places of 4 px</source>
        <translation>平滑各聚类邻近度的高斯标准差，以 4 px 为单位</translation>
    </message>
    <message>
        <source>Name of the weights whose features are looked at; empty: the best there is</source>
        <translation>所用特征的权重名称；留空：现有最佳</translation>
    </message>
    <message>
        <source>Names of the segments in the order of their labels, separated by commas</source>
        <translation>按标签顺序排列的分段名称，以逗号分隔</translation>
    </message>
    <message>
        <source>Looking at the good parts</source>
        <translation>正在查看良品</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>正在聚类</translation>
    </message>
    <message>
        <source>Learning from strokes</source>
        <translation>正在从笔画学习</translation>
    </message>
    <message>
        <source>Looking at the painted parts</source>
        <translation>正在查看已绘制的零件</translation>
    </message>
    <message>
        <source>Checking segment maps</source>
        <translation>正在检查分段图</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <source>Boosting rounds</source>
        <translation>提升轮数</translation>
    </message>
    <message>
        <source>How many forests are grown one after the other, each on the errors of those before.</source>
        <translation>依次生长的森林数量，每个都针对之前森林的误差。</translation>
    </message>
    <message>
        <source>Trees per round</source>
        <translation>每轮树数</translation>
    </message>
    <message>
        <source>Trees grown side by side in one round, each on its own sample of parts and features.</source>
        <translation>同一轮中并行生长的树，每棵树使用各自抽取的零件和特征。</translation>
    </message>
    <message>
        <source>Deepest tree</source>
        <translation>最大树深</translation>
    </message>
    <message>
        <source>Most splits from the root of a tree to a leaf.</source>
        <translation>从树根到叶的最大分裂次数。</translation>
    </message>
    <message>
        <source>How much of each round&apos;s correction is applied.</source>
        <translation>每轮修正被采用的比例。</translation>
    </message>
    <message>
        <source>Weight of a bad part</source>
        <translation>不良品权重</translation>
    </message>
    <message>
        <source>What a bad part counts against a good one; 0 means good parts / bad parts.</source>
        <translation>不良品相对于良品的权重；0 表示良品数 / 不良品数。</translation>
    </message>
    <message>
        <source>Share of parts per tree</source>
        <translation>每棵树的零件比例</translation>
    </message>
    <message>
        <source>Parts drawn for each tree.</source>
        <translation>为每棵树抽取的零件。</translation>
    </message>
    <message>
        <source>Share of features per tree</source>
        <translation>每棵树的特征比例</translation>
    </message>
    <message>
        <source>Features drawn for each tree.</source>
        <translation>为每棵树抽取的特征。</translation>
    </message>
    <message>
        <source>Share of features per level</source>
        <translation>每层的特征比例</translation>
    </message>
    <message>
        <source>Features drawn for each level of a tree.</source>
        <translation>为树的每一层抽取的特征。</translation>
    </message>
    <message>
        <source>Share of features per split</source>
        <translation>每次分裂的特征比例</translation>
    </message>
    <message>
        <source>Features drawn for each split.</source>
        <translation>为每次分裂抽取的特征。</translation>
    </message>
    <message>
        <source>L1 regularisation</source>
        <translation>L1 正则化</translation>
    </message>
    <message>
        <source>Pulls small leaf weights to zero.</source>
        <translation>将较小的叶权重拉向零。</translation>
    </message>
    <message>
        <source>L2 regularisation</source>
        <translation>L2 正则化</translation>
    </message>
    <message>
        <source>Shrinks leaf weights.</source>
        <translation>缩小叶权重。</translation>
    </message>
    <message>
        <source>Least gain of a split</source>
        <translation>分裂的最小增益</translation>
    </message>
    <message>
        <source>Splits that gain less are not made.</source>
        <translation>增益更小的分裂不会进行。</translation>
    </message>
    <message>
        <source>Least weight of a leaf</source>
        <translation>叶的最小权重</translation>
    </message>
    <message>
        <source>Splits that leave less on one side are not made.</source>
        <translation>若一侧剩余更少，则不进行分裂。</translation>
    </message>
    <message>
        <source>Search of splits</source>
        <translation>分裂搜索方式</translation>
    </message>
    <message>
        <source>hist draws features for each split, as published; exact tries every value and draws them for each level.</source>
        <translation>hist 按已发表的方法为每次分裂抽取特征；exact 尝试每个取值，并按层抽取特征。</translation>
    </message>
    <message>
        <source>%1 pictures: unlabelled</source>
        <translation>%1 张图像：未标注</translation>
    </message>
    <message>
        <source>%1 picture: unlabelled</source>
        <translation>%1 张图像：未标注</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>What EfficientAD (small) imitates: imported, or made by distillation.</source>
        <translation>EfficientAD（小）所模仿的网络：导入或蒸馏得到。</translation>
    </message>
    <message>
        <source>What EfficientAD (medium) imitates: imported, or made by distillation.</source>
        <translation>EfficientAD（中）所模仿的网络：导入或蒸馏得到。</translation>
    </message>
    <message>
        <source>A quarter of the channels, a seventh of the work; made by distillation.</source>
        <translation>四分之一的通道，七分之一的计算量；蒸馏得到。</translation>
    </message>
    <message>
        <source>A quarter of the channels, a ninth of the work; made by distillation.</source>
        <translation>四分之一的通道，九分之一的计算量；蒸馏得到。</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>VisA (prepared)</source>
        <translation>VisA（已整理）</translation>
    </message>
    <message>
        <source>VisA, two classes, high-shot</source>
        <translation>VisA，两类，多样本</translation>
    </message>
    <message>
        <source>VisA, two classes, few-shot</source>
        <translation>VisA，两类，少样本</translation>
    </message>
    <message>
        <source>%1 pictures: good</source>
        <translation>%1 张图像：良品</translation>
    </message>
    <message>
        <source>%1 pictures: bad</source>
        <translation>%1 张图像：不良品</translation>
    </message>
    <message>
        <source>%1 pictures: good, for training</source>
        <translation>%1 张图像：良品，用于训练</translation>
    </message>
    <message>
        <source>%1 pictures: good, for testing</source>
        <translation>%1 张图像：良品，用于测试</translation>
    </message>
    <message>
        <source>%1 pictures: bad, for training</source>
        <translation>%1 张图像：不良品，用于训练</translation>
    </message>
    <message>
        <source>%1 pictures: bad, for testing</source>
        <translation>%1 张图像：不良品，用于测试</translation>
    </message>
    <message>
        <source>%1 pictures: bad, defect %2</source>
        <translation>%1 张图像：不良品，缺陷 %2</translation>
    </message>
    <message>
        <source>%1 pictures: bad, for testing, defect %2</source>
        <translation>%1 张图像：不良品，用于测试，缺陷 %2</translation>
    </message>
    <message>
        <source>%1 pictures: bad, for training, defect %2</source>
        <translation>%1 张图像：不良品，用于训练，缺陷 %2</translation>
    </message>
    <message>
        <source>Places tried</source>
        <translation>尝试的位置数</translation>
    </message>
    <message>
        <source>The one where the patch fits in best is taken; 1 takes the first, as published</source>
        <translation>取补丁最吻合的位置；1 表示取第一个，与论文一致</translation>
    </message>
    <message>
        <source>Step at the rim</source>
        <translation>边缘处的差异</translation>
    </message>
    <message>
        <source>The rim is drawn in to where the two pictures differ by less; 255 leaves it, as published</source>
        <translation>边缘向内收缩到两幅图差异较小之处；255 表示不收缩，与论文一致</translation>
    </message>
    <message>
        <source>grey levels</source>
        <translation>灰度级</translation>
    </message>
    <message>
        <source>Keep strong edges</source>
        <translation>保留强边缘</translation>
    </message>
    <message>
        <source>Of the patch and of what is below, the stronger edge stays (mixed blending)</source>
        <translation>在补丁与其下方之间保留较强的边缘（混合融合）</translation>
    </message>
    <message>
        <source>labelled good, but scores higher than %1 % of the bad parts</source>
        <translation>标注为良品，但分数高于 %1 % 的不良品</translation>
    </message>
    <message>
        <source>labelled bad, but scores lower than %1 % of the good parts</source>
        <translation>标注为不良品，但分数低于 %1 % 的良品</translation>
    </message>
    <message>
        <source>labelled good, but the identical part %1 is labelled bad</source>
        <translation>标注为良品，但相同的零件 %1 标注为不良品</translation>
    </message>
    <message>
        <source>labelled bad, but the identical part %1 is labelled good</source>
        <translation>标注为不良品，但相同的零件 %1 标注为良品</translation>
    </message>
    <message>
        <source>Label at least two good and two bad parts that no detector has learned from; there are %1 good and %2 bad ones</source>
        <translation>请至少标注两个良品和两个未被任何检测器学习过的不良品；现有 %1 个良品和 %2 个不良品</translation>
    </message>
    <message>
        <source>All bad parts are generated ones; label real ones for figures</source>
        <translation>所有不良品都是生成的；要得到数据请标注真实的不良品</translation>
    </message>
    <message>
        <source>The parts this forest has learned from are left out, since it has no out-of-fold scores of them; fit it again</source>
        <translation>该森林学习过的零件已排除，因为没有它们的折外分数；请重新拟合</translation>
    </message>
    <message>
        <source>Test parts are among those the thresholds were chosen on: how well the thresholds do on them is no independent claim</source>
        <translation>选择阈值时使用了测试零件：阈值在其上的表现不能作为独立结论</translation>
    </message>
    <message>
        <source>its score lies close to a threshold</source>
        <translation>其分数接近阈值</translation>
    </message>
    <message>
        <source>the forests disagree about it</source>
        <translation>各森林对它的看法不一致</translation>
    </message>
    <message>
        <source>it scores higher than most unlabelled parts</source>
        <translation>其分数高于大多数未标注零件</translation>
    </message>
    <message>
        <source>the detectors find it more unusual than most</source>
        <translation>检测器认为它比大多数零件更异常</translation>
    </message>
    <message>
        <source>it is unlike every labelled part</source>
        <translation>它与所有已标注零件都不相似</translation>
    </message>
    <message>
        <source>Forests</source>
        <translation>森林</translation>
    </message>
    <message>
        <source>Ablation</source>
        <translation>消融</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Leaving out</source>
        <translation>逐项剔除</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Good parts</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Shares of production are weighted as if %1 % of it were bad, as among these parts; say how many really are</source>
        <translation>产量占比按其中 %1 % 为不良（与这些零件相同）加权；请给出真实比例</translation>
    </message>
    <message>
        <source>%1 pictures were learned from: such verdicts come from memory and say nothing about new parts</source>
        <translation>已从 %1 张图像中学习过：其判定来自记忆，不能说明新零件的情况</translation>
    </message>
    <message>
        <source>%1 picture was learned from: such verdicts come from memory and say nothing about new parts</source>
        <translation>已从 %1 张图像中学习过：其判定来自记忆，不能说明新零件的情况</translation>
    </message>
    <message>
        <source>With %1 bad test parts the AUROC is known to ± %2 % only: models that differ by less can&apos;t be told apart</source>
        <translation>仅有 %1 个不良测试零件，AUROC 只能精确到 ± %2 %：差异更小的模型无法区分</translation>
    </message>
    <message>
        <source>Label more parts.</source>
        <translation>请标注更多零件。</translation>
    </message>
    <message>
        <source>VisA, supervised</source>
        <translation>VisA，监督</translation>
    </message>
    <message>
        <source>MVTec AD, supervised</source>
        <translation>MVTec AD，监督</translation>
    </message>
    <message>
        <source>VAD, one class</source>
        <translation>VAD，单类</translation>
    </message>
    <message>
        <source>VAD, low shot</source>
        <translation>VAD，少样本</translation>
    </message>
    <message>
        <source>VAD, high shot</source>
        <translation>VAD，多样本</translation>
    </message>
    <message>
        <source>Your own dataset</source>
        <translation>您自己的数据集</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>FPR@95TPR</source>
        <translation>FPR@95TPR</translation>
    </message>
    <message>
        <source>FPR@95TPR by the ROC</source>
        <translation>按 ROC 的 FPR@95TPR</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>平均精度</translation>
    </message>
    <message>
        <source>AUROC, seen defects</source>
        <translation>AUROC，已见缺陷</translation>
    </message>
    <message>
        <source>AUROC, unseen defects</source>
        <translation>AUROC，未见缺陷</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>监视中</translation>
    </message>
    <message>
        <source>lies inside the folder that is inspected, so that its pictures would be judged, too</source>
        <translation>位于被检查的文件夹内，其中的图像也会被判定</translation>
    </message>
    <message>
        <source>Choose a folder elsewhere.</source>
        <translation>请选择别处的文件夹。</translation>
    </message>
    <message>
        <source>needs a folder to place pictures in</source>
        <translation>需要一个用于存放图像的文件夹</translation>
    </message>
    <message>
        <source>Name one that lies elsewhere.</source>
        <translation>请指定位于别处的文件夹。</translation>
    </message>
    <message>
        <source>was inspected with another model or other thresholds, which can&apos;t go on with these</source>
        <translation>曾使用其他模型或阈值检查，无法用当前的继续</translation>
    </message>
    <message>
        <source>Begin a new inspection, or go back to that model.</source>
        <translation>请开始新的检查，或换回原来的模型。</translation>
    </message>
    <message>
        <source>there is no such folder; waiting for it</source>
        <translation>没有此文件夹；正在等待</translation>
    </message>
    <message>
        <source>is empty: its drive is not mounted</source>
        <translation>是空的：其驱动器未挂载</translation>
    </message>
    <message>
        <source>is empty: its drive is not mounted; waiting for it</source>
        <translation>是空的：其驱动器未挂载；正在等待</translation>
    </message>
    <message>
        <source>Mount the drive again.</source>
        <translation>请重新挂载该驱动器。</translation>
    </message>
    <message>
        <source>can&apos;t be read for the moment and is tried once more later</source>
        <translation>暂时无法读取，稍后会再试一次</translation>
    </message>
    <message>
        <source>is there again</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>无需任何操作。</translation>
    </message>
    <message>
        <source>has been judged already in this inspection</source>
        <translation>在本次检查中已判定</translation>
    </message>
    <message>
        <source>Is the same inspection running twice? Stop one of the two.</source>
        <translation>同一检查是否运行了两次？请停止其中一个。</translation>
    </message>
    <message>
        <source>has no result in inspection %1</source>
        <translation>在检查 %1 中没有结果</translation>
    </message>
    <message>
        <source>Wait a second until it is stored.</source>
        <translation>请稍等一秒，直到保存完成。</translation>
    </message>
    <message>
        <source>This processor is %1, the package was made on %2</source>
        <translation>此处理器为 %1，模型包制作于 %2</translation>
    </message>
    <message>
        <source>Threads here: %1; where the package was made: %2</source>
        <translation>此处线程数：%1；制作模型包时：%2</translation>
    </message>
    <message>
        <source>Computes on %1, the package was made on %2</source>
        <translation>在 %1 上计算，模型包制作于 %2</translation>
    </message>
    <message>
        <source>Computes in %1, the package was made in %2</source>
        <translation>以 %1 计算，模型包以 %2 制作</translation>
    </message>
    <message>
        <source>The reference parts score as they did where the package was made</source>
        <translation>参考零件的分数与制作模型包时相同</translation>
    </message>
    <message>
        <source>Scores of the reference parts differ by at most %1 from those where the package was made</source>
        <translation>参考零件的分数与制作模型包时最多相差 %1</translation>
    </message>
    <message>
        <source>Reference parts with another verdict: %1</source>
        <translation>判定不同的参考零件：%1</translation>
    </message>
    <message>
        <source>scores otherwise here than where it was made: the score of %1 by %2 differs by %3, allowed is %4 (%5 there, %6 here)</source>
        <translation>此处的评分与制作时不同：%2 对 %1 的分数相差 %3，允许 %4（制作时 %5，此处 %6）</translation>
    </message>
    <message>
        <source>scores otherwise here than where it was made: the score of %1 by %2 differs by %3, allowed is %4 (%5 there, %6 here); what is other here: %7</source>
        <translation>此处的评分与制作时不同：%2 对 %1 的分数相差 %3，允许 %4（制作时 %5，此处 %6）；此处的不同：%7</translation>
    </message>
    <message>
        <source>Make the package again with this version of the program.</source>
        <translation>请用此版本的程序重新制作模型包。</translation>
    </message>
    <message>
        <source>Compute as where it was made (--threads, --device), or make a package on a machine like this one.</source>
        <translation>请按制作时的方式计算（--threads、--device），或在与此相同的机器上制作模型包。</translation>
    </message>
    <message>
        <source>is no package of this program</source>
        <translation>不是本程序的模型包</translation>
    </message>
    <message>
        <source>was made by a newer version of this program</source>
        <translation>由本程序的较新版本制作</translation>
    </message>
    <message>
        <source>Update the program, or make the package with this version.</source>
        <translation>请更新程序，或用此版本制作模型包。</translation>
    </message>
    <message>
        <source>Choose a file that %1 has made (.segad-model).</source>
        <translation>请选择由 %1 制作的文件（.segad-model）。</translation>
    </message>
    <message>
        <source>is damaged: %1 is not what was stored</source>
        <translation>已损坏：%1 与存储的内容不符</translation>
    </message>
    <message>
        <source>is damaged: entry %1 is not what was stored</source>
        <translation>已损坏：条目 %1 与存储的内容不符</translation>
    </message>
    <message>
        <source>is damaged: a byte outside of its contents has changed, or the file is longer or shorter than it was</source>
        <translation>已损坏：内容以外的字节已改变，或文件长度与原来不同</translation>
    </message>
    <message>
        <source>is there and is no package</source>
        <translation>已存在且不是模型包</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>has no scored part whose picture is there, to be a reference</source>
        <translation>没有图像可用且已评分的零件可作参考</translation>
    </message>
    <message>
        <source>is neither a forest nor the training of a detector</source>
        <translation>既不是森林也不是检测器训练</translation>
    </message>
    <message>
        <source>has not come to an end</source>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>is not in this project</source>
        <translation>不在此项目中</translation>
    </message>
    <message>
        <source>is %1 × %2 px, the pictures this comes from are %3 × %4 px: scores may mean nothing</source>
        <translation>为 %1 × %2 px，模型来源图像为 %3 × %4 px：分数可能没有意义</translation>
    </message>
    <message>
        <source>is %1 × %2 px, the pictures this comes from are %3 × %4 to %5 × %6 px: scores may mean nothing</source>
        <translation>为 %1 × %2 px，模型来源图像为 %3 × %4 至 %5 × %6 px：分数可能没有意义</translation>
    </message>
    <message>
        <source>Segment maps come from files: that of each picture is looked for in the folder %1 beside it</source>
        <translation>分区图来自文件：在每幅图像旁的文件夹 %1 中查找</translation>
    </message>
    <message>
        <source>Checking the package</source>
        <translation>正在检查模型包</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Scoring the reference parts</source>
        <translation>正在为参考零件评分</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>正在打包</translation>
    </message>
    <message>
        <source>MiB checked</source>
        <translation>MiB 已检查</translation>
    </message>
    <message>
        <source>MiB packed</source>
        <translation>MiB 已打包</translation>
    </message>
    <message>
        <source>MiB unpacked</source>
        <translation>MiB 已解包</translation>
    </message>
    <message>
        <source>is not a segment source</source>
        <translation>不是分区来源</translation>
    </message>
    <message>
        <source>%1 does not name two of the %2 clusters</source>
        <translation>%1 未指定 %2 个聚类中的两个</translation>
    </message>
    <message>
        <source>Write %1&gt;%2 for: cluster %3 belongs to cluster %4.</source>
        <translation>写 %1&gt;%2 表示：聚类 %3 属于聚类 %4。</translation>
    </message>
    <message>
        <source>strokes</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>clusters</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>are of fewer than two segments</source>
        <translation>所属分区少于两个</translation>
    </message>
    <message>
        <source>Paint some strokes on every segment, the background, too.</source>
        <translation>请在每个分区上画几笔，背景也要画。</translation>
    </message>
    <message>
        <source>no part has strokes on it</source>
        <translation>没有任何零件画有笔画</translation>
    </message>
    <message>
        <source>Paint some strokes on every segment of a few parts first.</source>
        <translation>请先在几个零件的每个分区上画几笔。</translation>
    </message>
    <message>
        <source>no part has been painted as a template</source>
        <translation>没有任何零件被绘制为模板</translation>
    </message>
    <message>
        <source>Paint the segments of one part, or name a map: --template MAP.png=PART.</source>
        <translation>绘制一个零件的分区，或指定一张图：--template MAP.png=PART。</translation>
    </message>
    <message>
        <source>is not painted all over</source>
        <translation>未完整绘制</translation>
    </message>
    <message>
        <source>Paint every pixel of a template, or fill the rest with background.</source>
        <translation>绘制模板的每个像素，或用背景填充其余部分。</translation>
    </message>
    <message>
        <source>has a painted map of another shape than its picture</source>
        <translation>所绘分区图的形状与其图像不同</translation>
    </message>
    <message>
        <source>Paint the part again, or make the map from its picture.</source>
        <translation>重新绘制该零件，或由其图像生成分区图。</translation>
    </message>
    <message>
        <source>is painted with label %1, but there are %2 segments (%3 … %4)</source>
        <translation>绘有编号 %1，但只有 %2 个分区（%3 … %4）</translation>
    </message>
    <message>
        <source>Name all the segments, or paint the part again.</source>
        <translation>为所有分区命名，或重新绘制该零件。</translation>
    </message>
    <message>
        <source>no picture can be read</source>
        <translation>没有可读取的图像</translation>
    </message>
    <message>
        <source>Restore the pictures, or tell the project where they have moved.</source>
        <translation>恢复图像，或告知项目图像移动到了何处。</translation>
    </message>
    <message>
        <source>does not learn from what is painted</source>
        <translation>不从绘制内容中学习</translation>
    </message>
    <message>
        <source>Use the source %1 or %2.</source>
        <translation>使用来源 %1 或 %2。</translation>
    </message>
    <message>
        <source>is not in the project</source>
        <translation>不在项目中</translation>
    </message>
    <message>
        <source>Reload the project.</source>
        <translation>重新加载项目。</translation>
    </message>
    <message>
        <source>fits no template: its error is %1, the bound %2</source>
        <translation>与任何模板都不匹配：误差为 %1，界限为 %2</translation>
    </message>
    <message>
        <source>Fix its map by hand, paint it as a further template, or raise the bound.</source>
        <translation>手动修正其分区图、将其绘制为另一个模板，或提高界限。</translation>
    </message>
    <message>
        <source>no segment map was found for any part</source>
        <translation>没有为任何零件找到分区图</translation>
    </message>
    <message>
        <source>Name the folder whose files are called like the parts&apos; pictures (.npy or .png).</source>
        <translation>指定其中文件与零件图像同名的文件夹（.npy 或 .png）。</translation>
    </message>
    <message>
        <source>would be the segment map of two parts, %1 and %2</source>
        <translation>会成为两个零件 %1 和 %2 的分区图</translation>
    </message>
    <message>
        <source>Put the maps into folders like those of the parts.</source>
        <translation>将分区图放入与零件相同结构的文件夹。</translation>
    </message>
    <message>
        <source>has no segments yet</source>
        <translation>还没有分区</translation>
    </message>
    <message>
        <source>Make segment maps first; single maps can be fixed then.</source>
        <translation>请先生成分区图，然后才能修正单个分区图。</translation>
    </message>
    <message>
        <source>has no segment maps yet</source>
        <translation>还没有分区图</translation>
    </message>
    <message>
        <source>has made maps whose segments can&apos;t be merged</source>
        <translation>生成的分区图中的分区无法合并</translation>
    </message>
    <message>
        <source>Merge what is painted, or use the source %1.</source>
        <translation>合并绘制内容，或使用来源 %1。</translation>
    </message>
    <message>
        <source>has no model any more</source>
        <translation>已没有模型</translation>
    </message>
    <message>
        <source>Make the segment maps again.</source>
        <translation>重新生成分区图。</translation>
    </message>
    <message>
        <source>holds nothing that was learned from strokes</source>
        <translation>不含从笔画学到的内容</translation>
    </message>
    <message>
        <source>was learned with other parameters</source>
        <translation>是用其他参数学习的</translation>
    </message>
    <message>
        <source>holds no templates of this size</source>
        <translation>不含此尺寸的模板</translation>
    </message>
    <message>
        <source>holds no clusters made with these parameters</source>
        <translation>不含用这些参数生成的聚类</translation>
    </message>
    <message>
        <source>has %1 segments, the forest knows %2</source>
        <translation>有 %1 个分区，而森林识别 %2 个</translation>
    </message>
    <message>
        <source>Make segment maps and fit the forest again.</source>
        <translation>生成分区图并重新拟合森林。</translation>
    </message>
    <message>
        <source>has no parts to make segment maps for</source>
        <translation>没有可生成分区图的零件</translation>
    </message>
    <message>
        <source>has no segment map</source>
        <translation>没有分区图</translation>
    </message>
    <message>
        <source>is %1 × %2 px, another shape than its picture (%3 × %4)</source>
        <translation>为 %1 × %2 px，与其图像形状不同（%3 × %4）</translation>
    </message>
    <message>
        <source>%1 is not a colour</source>
        <translation>%1 不是颜色</translation>
    </message>
    <message>
        <source>Write it as #rrggbb, or leave it empty.</source>
        <translation>写成 #rrggbb，或留空。</translation>
    </message>
    <message>
        <source>First placing</source>
        <translation>初步放置</translation>
    </message>
    <message>
        <source>How the template is first laid over a part: by phase correlation, quick and for parts that sit nearly alike; by corners that both have, for parts that lie turned; auto takes corners where phase correlation fits poorly or finds the part turned</source>
        <translation>模板初次放到零件上的方式：phase 为相位相关，速度快，适合摆放几乎一致的零件；features 为两者共有的角点，适合旋转的零件；auto 在相位相关匹配较差或发现零件旋转时使用角点</translation>
    </message>
    <message>
        <source>Areas of segments</source>
        <translation>分区面积</translation>
    </message>
    <message>
        <source>How much of the picture each segment covers is a feature, too: a missing piece shows in it. The paper has no such columns.</source>
        <translation>每个分区占图像的比例也作为特征：缺失部分会在其中显现。论文没有这样的列。</translation>
    </message>
    <message>
        <source>Made-up defects</source>
        <translation>虚构缺陷</translation>
    </message>
    <message>
        <source>What stands for defects that nobody has seen: cutmix pastes pieces of good parts elsewhere, as published; generated draws defects as the Defects workspace does, anew each time; both takes either.</source>
        <translation>用什么代表没有人见过的缺陷：cutmix 将良品的小块粘贴到别处（如论文所述）；generated 像“缺陷”工作区那样每次重新绘制缺陷；both 两者皆用。</translation>
    </message>
    <message>
        <source>asks for generated defects, and the good parts come without a generator</source>
        <translation>要求生成缺陷，但良品没有附带生成器</translation>
    </message>
    <message>
        <source>Train in a project, or use cutmix.</source>
        <translation>请在项目中训练，或使用 cutmix。</translation>
    </message>
    <message>
        <source>threshold to review</source>
        <translation>复核阈值</translation>
    </message>
    <message>
        <source>threshold to reject</source>
        <translation>剔除阈值</translation>
    </message>
    <message>
        <source>segments from</source>
        <translation>分区来自运行</translation>
    </message>
    <message>
        <source>is no name for a package</source>
        <translation>不是模型包的名称</translation>
    </message>
    <message>
        <source>Choose a name that ends with .segad-model.</source>
        <translation>请选择以 .segad-model 结尾的名称。</translation>
    </message>
</context>
</TS>
