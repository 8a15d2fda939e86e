@NullMarked
package app.moddy.bot;

import org.jspecify.annotations.NullMarked;
