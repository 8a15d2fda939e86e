package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.SessionController.SessionConnectNode;
import org.junit.jupiter.api.Test;

class GatewaySessionTest {
    private final List<SessionConnectNode> connecting = new ArrayList<>();
    private final GatewaySession session = new GatewaySession("ws://gateway") {
        @Override
        protected void runWorker() {
            connecting.addAll(connectQueue);
            connectQueue.clear();
        }
    };

    private static final class Node implements SessionConnectNode {
        @Override
        public boolean isReconnect() {
            return false;
        }

        @Override
        public JDA getJDA() {
            throw new UnsupportedOperationException();
        }

        @Override
        public JDA.ShardInfo getShardInfo() {
            return JDA.ShardInfo.SINGLE;
        }

        @Override
        public void run(boolean isLast) {}
    }

    @Test
    void itBeginsOnceJdaIsWhole() {
        Node first = new Node();
        session.appendSession(first);
        assertThat(connecting).isEmpty();
        session.begin();
        assertThat(connecting).containsExactly(first);
    }

    @Test
    void whatReconnectsLaterBeginsAtOnce() {
        session.begin();
        Node again = new Node();
        session.appendSession(again);
        assertThat(connecting).containsExactly(again);
    }
}
