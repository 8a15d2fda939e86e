/** What is promised of delivery, tried on the bot as a process under load, with everything going wrong around it. */
@NullMarked
package app.moddy.dist.proof;

import org.jspecify.annotations.NullMarked;
