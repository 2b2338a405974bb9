export const Answer = () => null
