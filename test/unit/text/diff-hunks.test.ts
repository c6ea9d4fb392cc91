import { expect, test } from "vitest";
import { hunksOf } from "../../../src/text/diff-hunks.ts";

const DIFF = `diff --git a/shop/cart.py b/shop/cart.py
index 1..2 100644
--- a/shop/cart.py
+++ b/shop/cart.py
@@ -3,2 +3,3 @@ def total():
 a = 1
+b = 2
 c = 3
@@ -20 +21,0 @@
-gone = 1
diff --git a/shop/old.py b/shop/old.py
deleted file mode 100644
--- a/shop/old.py
+++ /dev/null
@@ -1 +0,0 @@
-x = 1
diff --git a/shop/new.py b/shop/new.py
new file mode 100644
--- /dev/null
+++ b/shop/new.py
@@ -0,0 +1,2 @@
+@@ -1 +1 @@
+diff --git a/x b/x
`;

test("hunks with the lines of the file as it is; what looks like a header inside a file is a line of it", () => {
  expect(hunksOf(DIFF)).toEqual([
    { path: "shop/cart.py", first: 3, last: 5, text: " a = 1\n+b = 2\n c = 3" },
    { path: "shop/cart.py", first: 21, last: 20, text: "-gone = 1" },
    { path: "shop/new.py", first: 1, last: 2, text: "+@@ -1 +1 @@\n+diff --git a/x b/x" },
  ]);
});

test.each([
  "",
  "no diff at all",
  'diff --git "a/\\303\\244.py" "b/\\303\\244.py"\n+++ "b/\\303\\244.py"\n@@ -1 +1 @@\n-a\n+b\n',
])("%j has none", (diff) => {
  expect(hunksOf(diff)).toEqual([]);
});
