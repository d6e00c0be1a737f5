/// The design's rules, checked on the compiled program.
@org.jspecify.annotations.NullMarked
package app.bellwire.architecture;
