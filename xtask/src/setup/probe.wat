;; A small module with features that rustc and wasm-bindgen use and older versions of wasm-opt cannot read: bulk memory
;; and table operations, saturating conversions, sign extension, multiple results, reference types. `probe.wasm` is
;; built from it with wasm-as and `wasm-opt --emit-target-features`, both with these features enabled.
(module
  (memory 1)
  (table $refs 1 externref)
  (func (export "probe") (param $to i32) (param $number f64) (result i64 i32)
    (memory.copy (local.get $to) (i32.const 0) (i32.const 8))
    (table.fill $refs (i32.const 0) (ref.null extern) (i32.const 1))
    (i64.extend8_s (i64.trunc_sat_f64_s (local.get $number)))
    (table.grow $refs (ref.null extern) (i32.const 1))))
