// Lowers one function to bytecode.
//
// Code generation is destination-driven: `into(dst, e)` leaves e's value in the given slots, `any(e)` says in which slots the
// value is, which for a local variable are the variable's own. Conditions become jumps (`branch`). Slots are handed out like a
// stack: locals stay until their block ends, temporaries until their statement ends (`Mark`).
//
// The safepoint map is always at hand: `kinds_` says of every slot below `top_` what the collector finds in it, Scalar for
// slots that have not been written yet. Whoever writes a slot that may hold a pointer calls `live` behind it.
//
// Order of evaluation is gc's: operands that contain no call are evaluated after the calls beside them, local variables are read
// when the instruction that needs them executes; of an assignment's two sides first the calls of the left, then the right,
// then what else the left needs.
//
// Files: LowerOrder, LowerDecl (functions, variables, closures), LowerStmt, LowerLoop, LowerRangeFunc, LowerSwitch, LowerSelect, LowerExpr, LowerPlace (assignable
// places), LowerBranch (conditions), LowerCall, LowerBuiltin, LowerConvert, Inline.
#pragma once

#include "frontend/lower/Callee.h"
#include "frontend/lower/Program.h"
#include "runtime/base/NativeStack.h"
#include "vm/bytecode/Builder.h"

#include <functional>
#include <vector>

namespace gossamer::lower {

// A place that can be loaded from or stored to, its operands evaluated.
struct Place {
  enum class Kind : uint8_t {
    Blank,     // _
    Slot,      // slots of this frame
    Part,      // bytes of an aggregate in this frame
    Element,   // array[index] in this frame, 8-byte elements
    Global,    // 8 bytes of static data
    Memory,    // base + offset
    Slice,     // slice[index], also string[index]
    Map,       // m[key]
  };
  Kind kind = Kind::Blank;
  bool inMemoryForm = false; // Slot: a narrow variable whose address was taken
  const Rep* rep = nullptr;
  Reg base = 0;              // Slot, Part, Element: first slot; Memory: pointer; Slice: the slice; Map: the map
  Reg index = 0;             // Element, Slice; Map: first slot of the key
  uint32_t offset = 0;       // Part, Memory
  uint32_t length = 0;       // Element
  void* global = nullptr;
  const Rep* map = nullptr;  // Map: its type
  Pos pos{};                 // Element, Slice: of the '[' that the index is checked for
};

class FunctionLowerer {
public:
  FunctionLowerer(Program& program, Function& function);

  // Each lowers the whole function and publishes it; false if it cannot be (Program::failure says why).
  bool declared(sema::FuncInfo* info);
  bool literal(sema::FuncInfo* info);
  bool thunk(const Thunk& spec);
  bool initializers(sema::Package* package);
  void embedded(sema::Object& variable, std::span<const ast::EmbeddedFile* const> files);
  bool cell(sema::FuncInfo* info, std::span<ast::Node* const> items);

private:
  using Label = CodeLabel;

  static constexpr uint32_t kMaxFrameSlots = 60'000;
  // The left spine of calls and selectors may be longer than our stack is deep.
  static constexpr uint32_t kMaxNesting = 4000;
  struct Nesting {
    FunctionLowerer& f;
    bool tooDeep;
    explicit Nesting(FunctionLowerer& f) : f(f), tooDeep(++f.nesting_ > kMaxNesting || nativeStackLow()) {
      if (tooDeep) f.fail("function " + f.function_.name + " has an expression that is nested too deeply");
    }
    ~Nesting() { f.nesting_--; }
  };

  // ---- Slots ----
  struct Pin {
    Reg first;
    Reg end;
  };
  static constexpr size_t kFailedSlots = (size_t{1} << 16) + kMaxValueSlots; // any slot, any value there
  Reg alloc(uint32_t slots);
  Reg alloc(const Rep* rep) { return alloc(rep->slots); }
  void live(Reg slot, const Rep* rep);
  void liveWord(Reg slot, WordKind kind);
  void dead(Reg slot, uint32_t slots);
  // Everything allocated since is given back, but for pinned slots.
  void release(Reg mark);
  Reg pinned(uint32_t slots);
  // Addresses of these slots are, or may be, taken.
  void addressed(Reg first, uint64_t slots);
  void window(Reg first, uint32_t slots); // outgoing: counts for the frame's size
  void provideMap(SlotMap& map);
  // Not a variable's slot.
  bool isTemp(Reg slot) const { return slot >= statementTop_; }

  struct Mark {
    FunctionLowerer& f;
    Reg top;
    explicit Mark(FunctionLowerer& f) : f(f), top(f.top_) {}
    ~Mark() { f.release(top); }
    Mark(const Mark&) = delete;
    Mark& operator=(const Mark&) = delete;
  };
  // A block: variables, pins and temporaries end with it.
  struct Block {
    FunctionLowerer& f;
    Reg top;
    size_t pins;
    explicit Block(FunctionLowerer& f) : f(f), top(f.top_), pins(f.pins_.size()) {}
    ~Block() {
      f.pins_.resize(pins);
      f.release(top);
    }
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;
  };
  // Code that may be passed by: nothing in it may be pinned.
  struct Conditional {
    FunctionLowerer& f;
    explicit Conditional(FunctionLowerer& f) : f(f) { f.conditional_++; }
    ~Conditional() { f.conditional_--; }
  };

  // ---- Variables ----
  struct Capture {
    sema::Object* variable;
    bool byValue;
    uint32_t first; // word
    uint32_t words;
  };
  VarInfo& info(sema::Object* v) { return program_.escape.var(v); }
  bool isHere(const VarInfo& v) const { return v.epoch == epoch_; }
  // Types as the function's instance has them.
  const Rep* rep(const sema::Type* type) { return view_.rep(type); }
  const Rep* repOf(const ast::Expr& e) { return view_.rep(e.type); }
  sema::Type* typeOf(const ast::Expr& e) const { return view_.of(e); }
  // The descriptor of a type where more of it counts than its layout.
  const TypeInfo* descriptor(const Rep* rep) {
    if (view_.instantiation() && Instances::mentionsArgument(*view_.instantiation(), rep->type)) plan_.byType = true;
    return program_.reps.info(rep);
  }
  // The Function, Method that is called or whose value is wanted.
  Function* functionOf(const Callee& callee);
  Place place(sema::Object* v, Pos pos);
  // Declares a variable and says where its value goes; `initialised` must follow for boxed ones too.
  Reg declareSlot(sema::Object* v);
  void declare(sema::Object* v, ast::Expr* value); // with its initial value; null: zero
  void declareFrom(sema::Object* v, Reg value);    // with a value that lies in slots
  void bindSlot(sema::Object* v, Reg slot);
  std::vector<Capture> captureLayout(std::span<sema::Object* const> captures);
  uint32_t captureWords(const std::vector<Capture>& captures);

  // ---- Whole functions ----
  void prologue(sema::FuncInfo* info, std::span<sema::Object* const> captures, const ast::BlockStmt* body);
  void bindParameters(sema::Signature* signature);
  void openCaptures(std::span<sema::Object* const> captures);
  void reserveForDefers(sema::FuncInfo* info, const ast::BlockStmt* body);
  void epilogue();
  bool finish();
  void fail(std::string why);

  // ---- Statements ----
  void statements(std::span<ast::Stmt* const> stmts);
  void statement(ast::Stmt* s);
  void statementOf(ast::Stmt* s);
  void block(ast::BlockStmt* b);
  void assignment(ast::AssignStmt& s);
  void define(ast::AssignStmt& s);
  void assignOne(ast::Expr* lhs, ast::Expr* rhs);
  void assignMany(std::span<ast::Expr*> lhs, std::span<ast::Expr*> rhs);
  void assignTuple(std::span<ast::Expr*> lhs, ast::Expr* rhs, bool define);
  void assignOp(ast::Expr* lhs, ast::Op op, ast::Expr* rhs, Pos pos); // rhs null: 1
  bool mayBePointedAt(ast::Expr* e);
  void varDecl(ast::GenDecl& decl);
  void returnStmt(ast::ReturnStmt& s);
  void emitReturn();
  void mainReturns();
  void ifStmt(ast::IfStmt& s);
  void branchStmt(ast::BranchStmt& s);
  void labeled(ast::LabeledStmt& s);
  void goStmt(ast::GoStmt& s);
  void deferStmt(ast::DeferStmt& s);
  void forStmt(ast::ForStmt& s);
  Label* jumpOnly(ast::BlockStmt& b);
  // Constants kept in slots for an outermost loop.
  struct LoopConstant {
    uint64_t bits;
    Reg slot;
  };
  struct Hoist {
    FunctionLowerer& f;
    bool mine;
    Hoist(FunctionLowerer& f, ast::BlockStmt& body);
    ~Hoist();
  };
  static constexpr size_t kMaxLoopConstants = 8;
  bool constantBits(const ast::Expr& e, uint64_t& bits);
  void collectConstants(ast::Node& n, std::vector<uint64_t>& out, int depth = 0);
  bool hoistConstants(ast::BlockStmt& body);
  bool countedLatch(ast::ForStmt& s, CodeLabel body);
  Reg slotOfStable(ast::Expr* e);
  bool sharesCounter(ast::RangeStmt& s);
  void rangeStmt(ast::RangeStmt& s);
  void rangeInt(ast::RangeStmt& s);
  void rangeSlice(ast::RangeStmt& s);
  void rangeArray(ast::RangeStmt& s);
  void rangeString(ast::RangeStmt& s);
  void rangeMap(ast::RangeStmt& s);
  void rangeChan(ast::RangeStmt& s);
  void rangeFunc(ast::RangeStmt& s);
  void rangeElements(ast::RangeStmt& s, Reg length, int64_t constLength, const std::function<void(Reg dst, Reg index)>& load,
                     const Rep* elem);
  void rangeAssign(ast::RangeStmt& s, ast::Expr* target, const Rep* from, const std::function<void(Reg)>& produce);
  void switchStmt(ast::SwitchStmt& s);
  bool tableSwitch(ast::SwitchStmt& s, Reg tag, const std::vector<Label>& bodies, Label otherwise);
  void typeSwitchStmt(ast::TypeSwitchStmt& s);
  void selectStmt(ast::SelectStmt& s);
  void caseBodies(std::span<ast::CaseClause*> clauses, const std::vector<Label>& bodies, Label end);

  // A way out of the body of a loop over a function.
  struct Exit {
    enum class Kind : uint8_t { Return, Break, Continue, Goto };
    Kind kind;
    const ast::Stmt* target;
    bool operator==(const Exit&) const = default;
  };
  struct RangeContext {
    FunctionLowerer* outer;
    ast::RangeStmt* loop;
    sema::Object* state;
    sema::Object* frame; // address of the frame whose deferred calls the body's are; null if it defers nothing
    std::vector<Exit> exits;
  };
  bool rangeBody(RangeContext& context, sema::Signature* yield, std::span<sema::Object* const> captures);
  void setRangeState(sema::Object* state, int32_t value);
  void nextIteration(); // the body returns true
  void leave(const Exit& exit);
  sema::Signature* resultSignature() const; // of the function whose results a return sets

  // Where break and continue of a statement go.
  struct Target {
    const ast::Stmt* stmt;
    Label breakTo;
    Label continueTo;
    bool hasContinue;
  };
  struct GotoLabel {
    const ast::Stmt* stmt;
    Label label;
  };
  Label labelOf(const ast::Stmt* s);

  // ---- Expressions ----
  void into(Reg dst, ast::Expr* e);
  Reg any(ast::Expr* e);
  void discard(ast::Expr* e);
  // With the implicit conversion to an interface that assignment makes.
  void intoAs(Reg dst, ast::Expr* e, const sema::Type* target);
  Reg anyAs(ast::Expr* e, const sema::Type* target);
  // into, for a destination that the expression may read while it is written.
  void intoVariable(Reg dst, ast::Expr* e, const sema::Type* target);
  void constant(Reg dst, const sema::Constant& value, const Rep* rep);
  uint64_t integerBits(const sema::Constant& value);
  void zero(Reg dst, const Rep* rep);
  void move(Reg dst, Reg src, uint32_t slots);
  // A temporary that holds a copy.
  Reg copyOf(Reg src, const Rep* rep);
  bool needsConversion(const ast::Expr& e, const sema::Type* target);
  void binary(Reg dst, ast::BinaryExpr& e);
  bool longSum(Reg dst, ast::BinaryExpr& e, const Rep* rep);
  void arithmetic(Reg dst, ast::Op op, Reg x, ast::Expr* y, const Rep* rep, Pos pos);
  void arithmeticReg(Reg dst, ast::Op op, Reg x, Reg y, const Rep* rep);
  bool arithmeticConst(Reg dst, ast::Op op, Reg x, int64_t y, const Rep* rep);
  void shift(Reg dst, ast::Op op, Reg x, ast::Expr* count, const Rep* rep);
  void narrow(Reg slot, const Rep* rep);
  void extend(Reg dst, Reg src, const Rep* rep);
  void concat(Reg dst, ast::BinaryExpr& e);
  void unary(Reg dst, ast::UnaryExpr& e);
  void addressOf(Reg dst, ast::Expr* x, ast::UnaryExpr& e);
  // `type` is what the literal makes: in an element &T may stand for T, the literal's own type is then *T.
  void compositeLit(Reg dst, ast::CompositeLit& e, sema::Type* type);
  void compositeValue(Reg dst, ast::CompositeLit& e, sema::Type* type);
  void compositeToMemory(Reg base, uint32_t offset, ast::CompositeLit& e, sema::Type* type, bool zeroed);
  void elementToMemory(Reg base, uint32_t offset, ast::Expr* value, const sema::Type* type);
  void sliceLit(Reg dst, ast::CompositeLit& e, sema::Type* type);
  void mapLit(Reg dst, ast::CompositeLit& e, sema::Type* type);
  void newComposite(Reg dst, ast::CompositeLit& lit, sema::Type* type, const ast::Node& site);
  void funcLit(Reg dst, ast::FuncLit& e);
  // `area`: slots set aside for the closure, or kNoSlot.
  void closure(Reg dst, Function* function, std::span<sema::Object* const> captures, bool inFrame, Reg area = kNoSlot);
  Reg areaFor(const ast::Node& n);
  void reserveAreas(ast::CallExpr& e, sema::Signature* signature);
  void sliceExpr(Reg dst, ast::SliceExpr& e);
  void typeAssert(Reg dst, Reg ok, ast::TypeAssertExpr& e);
  void selectorValue(Reg dst, ast::SelectorExpr& e);
  void funcValue(Reg dst, ast::Expr* name);
  void receive(Reg dst, Reg ok, ast::UnaryExpr& e);
  // v, ok forms: dst and ok may be kNoSlot.
  bool commaOk(ast::Expr* e, Reg dst, Reg ok);
  // Order of operands: see LowerOrder.
  enum class Early : uint8_t { Calls, AllInTurn }; // AllInTurn: predeclared functions and slice expressions, too
  static bool hasCall(const ast::Node& e, Early what = Early::Calls);
  static bool isEarly(const ast::Expr& e) { return hasCall(e, Early::AllInTurn); }
  // Evaluates the calls in e, left to right; lowering e while the scope lasts finds their values instead of calling again.
  // So what surrounds them is read after them.
  struct EarlyCalls {
    FunctionLowerer& f;
    size_t outer;
    explicit EarlyCalls(FunctionLowerer& f) : f(f), outer(f.earlyValues_.size()) {}
    ~EarlyCalls() { f.earlyValues_.resize(outer); }
    EarlyCalls(const EarlyCalls&) = delete;
    EarlyCalls& operator=(const EarlyCalls&) = delete;
  };
  void callEarly(ast::Expr* e, Early what = Early::Calls);
  // Within a scope of EarlyCalls: true if the operands that are early are to be evaluated before the others; false if all go
  // in turn, because none calls or because all calls have just been made.
  bool callsFirst(std::span<ast::Expr* const> operands);
  bool hasResidue(const ast::Expr& operand);
  bool hasLargeCall(const ast::Node& n);
  bool wasEarly(const ast::Expr* e, Reg& slot) const;
  bool constInt(const ast::Expr& e, int64_t& value);
  static bool isSame(const ast::Expr& a, const ast::Expr& b);
  bool fits16(int64_t v) { return v >= INT16_MIN && v <= INT16_MAX; }

  // ---- Places ----
  Place place(ast::Expr* e);
  Place part(Place whole, uint64_t offset, const Rep* rep);
  Place pathPlace(ast::Expr* x, std::span<const int> index, size_t steps);
  Place walk(Place from, sema::Type* type, std::span<const int> index, size_t steps, sema::Type** end);
  Place indexPlace(ast::IndexExpr& e);
  Reg sliceHead(ast::Expr* x);
  Place elementPlace(Place array, const Rep* arrayRep, ast::Expr* index, Pos pos);
  Place slotPlace(Reg slot, const Rep* rep);
  Place memoryPlace(Reg base, uint64_t offset, const Rep* rep);
  Reg read(const Place& p);
  void load(Reg dst, const Place& p);
  void store(const Place& p, Reg src);
  Reg address(const Place& p); // of an addressable place, nil-checked
  // Of a value that is too large for slots the address of memory that holds it.
  Reg largeValue(ast::Expr* e, const Rep* rep);
  void storeExpr(const Place& p, ast::Expr* value, const sema::Type* target);
  Place pin(Place p); // operands copied where they are variables
  Reg pinReg(Reg r, uint32_t slots);
  void loadMemory(Reg dst, Reg base, uint32_t offset, const Rep* rep);
  void storeMemory(Reg src, Reg base, uint32_t offset, const Rep* rep);
  void mapKey(Reg& key, ast::Expr* e, const Rep* map);

  // ---- Conditions ----
  void branch(ast::Expr* e, Label target, bool when);
  void branchCompare(ast::BinaryExpr& e, Label target, bool when);
  void compare(Reg dst, ast::BinaryExpr& e);
  void jump(Label target);
  void jumpIf(Reg cond, Label target, bool when);
  // Integers: x op y, or x op constant.
  void jumpInt(ast::Op op, Reg x, Reg y, bool isUnsigned, Label target);
  void jumpIntI(ast::Op op, Reg x, int16_t y, Label target);
  // dst = x op y for anything but integers; op is Equal, NotEqual, Less, LessEqual…
  void compareValues(Reg dst, ast::Op op, Reg x, Reg y, const Rep* rep);
  bool isBack(Label l) const { return b_.isBound(l); }

  // ---- Calls ----
  // Slots of results begin at the returned slot. `at`: where the caller would like the first result, kNoSlot if anywhere.
  Reg call(ast::CallExpr& e, Reg at = kNoSlot);
  void callInto(Reg dst, ast::CallExpr& e);
  void argumentList(ast::CallExpr& e, sema::Signature* signature, Reg first);
  void packVariadic(Reg dst, ast::CallExpr& e, std::span<ast::Expr* const> extra, sema::Type* sliceType, bool twoPasses);
  void receiverValue(Reg dst, ast::Expr* x, std::span<const int> path, sema::Object* method);
  bool selectsThroughPointer(ast::Expr* x, std::span<const int> path);
  void emitCall(Reg window, Function* callee);
  void builtin(Reg dst, ast::CallExpr& e);
  void append(Reg dst, ast::CallExpr& e);
  void makeValue(Reg dst, ast::CallExpr& e);
  void newValue(Reg dst, ast::CallExpr& e);
  void spreadBuiltin(Reg dst, ast::CallExpr& e);
  void print(ast::CallExpr& e);
  void printValue(Reg value, const Rep* rep);
  void minMax(Reg dst, ast::CallExpr& e, bool max);
  void lengthOf(Reg dst, ast::Expr* x, bool capacity);
  Reg lengthReg(ast::Expr* x, bool capacity);
  void conversion(Reg dst, ast::CallExpr& e);
  void convertNumber(Reg dst, Reg src, const Rep* from, const Rep* to);
  void toInterface(Reg dst, Reg src, const Rep* from);
  bool inlineCall(Reg dst, ast::CallExpr& e, const Callee& callee);
  bool isIntrinsic(ast::CallExpr& e); // lowered without a call: inlined, or an instruction
  Reg deferredClosure(ast::CallExpr& call, bool inFrame, bool isGo, const ast::Stmt& s);
  void deferredBuiltin(ast::CallExpr& e, const std::vector<const Rep*>& operands, uint32_t words);

  // ---- Bodies ----
  struct InlineContext {
    InlineContext* outer;
    const Plan* function;
    sema::Signature* signature;
    Reg result;
    Label end;
    const ast::Stmt* last; // a return here need not jump
  };

  // ---- Positions ----
  void at(Pos pos);
  struct At { // restores the position
    FunctionLowerer& f;
    Pos old;
    At(FunctionLowerer& f, Pos pos) : f(f), old(f.pos_) { f.at(pos); }
    ~At() { f.at(old); }
  };

  Program& program_;
  Function& function_;
  Plan& plan_;
  TypeView view_; // of the function, or of the one being inlined
  ScratchPool<CodeBuffers>::Lease buffers_;
  Builder b_;
  const uint32_t epoch_;
  sema::Signature* signature_ = nullptr;
  sema::FuncInfo* info_ = nullptr;
  std::vector<WordKind> kinds_;
  std::vector<Pin> pins_;
  Reg top_ = 0;
  Reg statementTop_ = 0; // where the temporaries of the current statement begin
  Reg entryTop_ = 0;     // end of what is there for the whole function: parameters, captures, reserved slots
  uint32_t frameSlots_ = 0;
  int conditional_ = 0;
  bool hasDefer_ = false;
  bool failed_ = false;
  std::vector<Target> targets_;
  std::vector<GotoLabel> gotoLabels_;
  Label exit_{0};
  Label fallthrough_{0};
  struct DeferArea {
    const ast::Stmt* stmt;
    Reg slot;
  };
  std::vector<DeferArea> deferAreas_;
  InlineContext* inline_ = nullptr;
  RangeContext* range_ = nullptr; // this is the body of a loop over a function
  bool resultVariables_ = false;   // results are variables: named, or set by such bodies
  uint32_t inlined_ = 0; // SourcePosition::inlined
  Pos pos_;
  // Slots set aside for what an argument's value needs.
  struct Area {
    const ast::Node* node;
    Reg slot;
  };
  std::vector<Area> areas_;
  std::vector<LoopConstant> loopConstants_;
  bool hoisting_ = false;
  struct EarlyValue {
    const ast::Expr* call;
    Reg slot;
  };
  std::vector<EarlyValue> earlyValues_;
  uint32_t nesting_ = 0;
  // The second target of a range clause, evaluated before the first is assigned.
  Place valuePlace_;
  const ast::RangeStmt* valuePlaceOf_ = nullptr;
  // The first parameter's slot of a window of which nothing has been written yet; see argumentList.
  Reg windowFree_ = kNoSlot;
};

} // namespace gossamer::lower
