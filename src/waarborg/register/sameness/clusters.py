"""Numbers joined into clusters."""

from attrs import define, field


@define
class Clusters:
    """Union and find: a cluster is called by its lowest number."""

    _above: dict[int, int] = field(factory=dict, init=False)

    def of(self, number: int) -> int:
        """The cluster of a number."""
        while (above := self._above.get(number, number)) != number:
            self._above[number] = self._above.get(above, above)
            number = above
        return number

    def join(self, one: int, two: int) -> None:
        """Make one cluster of two."""
        low, high = sorted((self.of(one), self.of(two)))
        if low != high:
            self._above[high] = low
