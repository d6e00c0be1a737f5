/// Parts in memory and by hand for tests: a clock, stores, articles in the making, golden texts.
@NullMarked
package app.bellwire.fake;

import org.jspecify.annotations.NullMarked;
