"""Types of generated programs. A type is known by its spelling; `kind` is that of its underlying type."""


class Type:
    def __init__(self, name, kind, **more):
        self.name, self.kind = name, kind
        self.named = False  # declared by the program
        self.bits, self.signed = 0, False  # numbers
        self.elem = self.key = None
        self.length = 0
        self.fields = []  # structs: Field
        self.params, self.results, self.variadic = [], [], False  # functions
        self.methods = {}  # name of a method to its Method; of an interface: those it asks for
        self.pointer_methods = set()  # names of those with a pointer receiver
        self.__dict__.update(more)

    def __repr__(self):
        return self.name

    @property
    def plain(self):
        """A value of it holds no reference: a copy shares nothing."""
        if self.kind == "array":
            return self.elem.plain
        if self.kind == "struct":
            return all(field.type.plain for field in self.fields)
        return self.kind in ("bool", "int", "float", "complex", "string")

    @property
    def comparable(self):
        if self.kind == "array":
            return self.elem.comparable
        if self.kind == "struct":
            return all(field.type.comparable for field in self.fields)
        return self.kind not in ("slice", "map", "func")

    @property
    def ordered(self):
        return self.kind in ("int", "float", "string")

    @property
    def number(self):
        return self.kind in ("int", "float", "complex")

    def method_set(self):
        """Names to methods that a value of the type has, promoted ones too; for pointers those of the element as well."""
        if self.kind == "pointer" and not self.named:
            return all_methods(self.elem, True)
        return all_methods(self, False)

    def implements(self, interface):
        mine = self.methods if self.kind == "interface" else self.method_set()
        return all(mine.get(name) is method for name, method in interface.methods.items())


class Field:
    def __init__(self, name, type, embedded=False):
        self.name, self.type, self.embedded = name, type, embedded


class Method:
    """One signature for each method name in a program, so that every type that has the name implements the same."""

    def __init__(self, name, params, results, pure):
        self.name, self.params, self.results, self.pure = name, params, results, pure

    def signature(self):
        return f"({', '.join(map(str, self.params))}) {results_text(self.results)}".rstrip()


def all_methods(type, addressed):
    found = {}
    if type.kind == "interface":
        return dict(type.methods)
    if type.kind == "struct":
        for field in type.fields:
            if field.embedded:
                through_pointer = field.type.kind == "pointer"
                inner = field.type.elem if through_pointer else field.type
                found.update(all_methods(inner, addressed or through_pointer))
    for name, method in type.methods.items():
        if addressed or name not in type.pointer_methods:
            found[name] = method
        else:
            found.pop(name, None)  # it hides a promoted one all the same
    return found


def results_text(results):
    if len(results) < 2:
        return results[0].name if results else ""
    return "(" + ", ".join(map(str, results)) + ")"


def integer(name, bits, signed):
    return Type(name, "int", bits=bits, signed=signed)


BOOL = Type("bool", "bool")
INT = integer("int", 64, True)
UINT = integer("uint", 64, False)
UINT8 = integer("uint8", 8, False)
INT32 = integer("int32", 32, True)
UINT64 = integer("uint64", 64, False)
INTEGERS = [INT, integer("int8", 8, True), integer("int16", 16, True), INT32, integer("int64", 64, True),
            UINT, UINT8, integer("uint16", 16, False), integer("uint32", 32, False), UINT64,
            integer("uintptr", 64, False)]
FLOAT32, FLOAT64 = Type("float32", "float", bits=32), Type("float64", "float", bits=64)
COMPLEX64, COMPLEX128 = Type("complex64", "complex", bits=64), Type("complex128", "complex", bits=128)
STRING = Type("string", "string")
NONE = Type("", "none")
ANY = Type("any", "interface")
BASIC = [BOOL, *INTEGERS, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128, STRING]


class TypeTable:
    """Type literals by spelling, so that identical types are one object."""

    def __init__(self):
        self.known = {type.name: type for type in [*BASIC, ANY]}

    def _make(self, name, kind, **more):
        if name not in self.known:
            self.known[name] = Type(name, kind, **more)
        return self.known[name]

    def slice(self, elem):
        return self._make(f"[]{elem}", "slice", elem=elem)

    def array(self, elem, length):
        return self._make(f"[{length}]{elem}", "array", elem=elem, length=length)

    def map(self, key, elem):
        return self._make(f"map[{key}]{elem}", "map", key=key, elem=elem)

    def pointer(self, elem):
        return self._make(f"*{elem}", "pointer", elem=elem)

    def chan(self, elem):
        return self._make(f"chan {elem}", "chan", elem=elem)

    def func(self, params, results):
        name = f"func({', '.join(map(str, params))}) {results_text(results)}".rstrip()
        return self._make(name, "func", params=list(params), results=list(results))

    def struct(self, fields):
        text = "; ".join(field.type.name if field.embedded else f"{field.name} {field.type}" for field in fields)
        return self._make(f"struct{{{text}}}", "struct", fields=fields)

    def define(self, name, under):
        """A type the program declares: `type name under`."""
        made = Type(name, under.kind)
        made.__dict__.update({key: value for key, value in under.__dict__.items() if key not in ("name", "methods")})
        made.name, made.named, made.methods, made.pointer_methods = name, True, {}, set()
        if under.kind == "interface":
            made.methods = dict(under.methods)
        self.known[name] = made
        return made
