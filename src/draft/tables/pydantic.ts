import type { Library } from "../../domain/library.ts";
import { movedTo } from "./rows.ts";

/** pydantic 2. `BaseSettings` has a recipe of its own: what its fields say changed with it. */
export const PYDANTIC: Library = {
  distribution: "pydantic",
  names: [
    { old: "pydantic.fields.Undefined", new: "pydantic_core.PydanticUndefined", since: "2.0" },
    { old: "pydantic.fields.UndefinedType", new: "pydantic_core.PydanticUndefinedType", since: "2.0" },
    { old: "pydantic.json.ENCODERS_BY_TYPE", new: "pydantic.deprecated.json.ENCODERS_BY_TYPE", since: "2.0" },
    ...movedTo("typing", {
      from: "pydantic.typing",
      names: "Annotated Callable ForwardRef Literal TYPE_CHECKING get_args get_origin",
    }),
  ],
  keywords: [
    { callable: "pydantic.constr", old: "regex", new: "pattern", since: "2.0" },
    ...["conlist", "conset", "confrozenset"].flatMap((name) => [
      { callable: `pydantic.${name}`, old: "min_items", new: "min_length", since: "2.0" },
      { callable: `pydantic.${name}`, old: "max_items", new: "max_length", since: "2.0" },
    ]),
    { callable: "*.dict", old: "skip_defaults", new: "exclude_unset", checkedBy: "pydantic.BaseModel.dict" },
    {
      callable: "*.model_dump",
      old: "skip_defaults",
      new: "exclude_unset",
      checkedBy: "pydantic.BaseModel.model_dump",
    },
  ],
  methods: [{ type: "FieldInfo", old: "required", new: "is_required()", full: "pydantic.fields.FieldInfo" }],
};
