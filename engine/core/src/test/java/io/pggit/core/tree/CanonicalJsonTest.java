package io.pggit.core.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.Rows;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void keysAreSortedAndLinesEndAlike() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("z", "é \"\\\n\u0001/");
        node.putArray("a").add(1).add(true).addObject();
        node.putObject("m").putArray("empty");

        assertEquals("""
                {
                  "a": [
                    1,
                    true,
                    {}
                  ],
                  "m": {
                    "empty": []
                  },
                  "z": "é \\"\\\\\\n\\u0001/"
                }
                """, CanonicalJson.text(node));
    }

    @Test
    void anObjectFileHoldsIdentityAndFacts() {
        ObjectFiles files = ObjectFiles.of(Rows.table("users"), Rows.facts("owner", "ann"));

        assertEquals("""
                {
                  "facts": {
                    "owner": "ann"
                  },
                  "kind": "table",
                  "name": "users",
                  "schema": "public"
                }
                """, files.json());
    }
}
